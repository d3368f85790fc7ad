package io.tuco.camel.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeliveryOutcome.Kind;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One attempt is one POST, whatever comes back; Twilio's library alone makes up to six of it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("long")
final class OnePostTest {

  private static final SettableClock CLOCK = SettableClock.at(Fixtures.NOW);

  static Stream<Arguments> answers() {
    return Stream.of(
        arguments(
            TwilioFault.says(201, "{\"sid\":\"SM" + "0".repeat(32) + "\",\"status\":\"queued\"}"),
            Kind.ACCEPTED),
        arguments(TwilioFault.refuses(400, 21211), Kind.REFUSED),
        arguments(TwilioFault.refuses(401, 20003), Kind.NOT_SENT),
        arguments(TwilioFault.refuses(403, 21408), Kind.REFUSED),
        arguments(TwilioFault.refuses(404, 20404), Kind.REFUSED),
        arguments(TwilioFault.says(408, ""), Kind.UNKNOWN),
        arguments(TwilioFault.refuses(429, 20429), Kind.NOT_SENT),
        arguments(TwilioFault.asksToWait(0), Kind.NOT_SENT),
        arguments(TwilioFault.says(201, "<html>"), Kind.UNKNOWN),
        arguments(TwilioFault.says(302, ""), Kind.UNKNOWN),
        arguments(TwilioFault.refuses(500, 20500), Kind.UNKNOWN),
        arguments(TwilioFault.says(502, "<html>Bad Gateway</html>"), Kind.UNKNOWN),
        arguments(TwilioFault.refuses(503, 20503), Kind.UNKNOWN),
        arguments(TwilioFault.says(503, ""), Kind.UNKNOWN),
        arguments(TwilioFault.says(504, ""), Kind.UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void postsOnceWhenThisIsAnswered(TwilioFault answer, Kind kind) throws Exception {
    try (var twilio = new FakeTwilio(CLOCK);
        var sms = SmsContext.at(twilio.url())) {
      twilio.meets(answer);

      assertThat(sms.send("Hi").kind()).isEqualTo(kind);

      assertThat(twilio.posts()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("silences")
  void postsOnceWhenNothingIsAnswered(TwilioFault silence) throws Exception {
    try (var twilio = new FakeTwilio(CLOCK);
        var sms = SmsContext.impatientAt(twilio.url())) {
      twilio.meets(silence);

      assertThat(sms.send("Hi").kind()).isEqualTo(Kind.UNKNOWN);

      assertThat(twilio.posts()).hasSize(1);
    }
  }

  static Stream<TwilioFault> silences() {
    return Stream.of(
        TwilioFault.stalls(), TwilioFault.takesAndStalls(), TwilioFault.takesAndHangsUp());
  }

  @ParameterizedTest
  @MethodSource("manners")
  void postsOnceToAServerOfBadManners(RudeServer.Manners manners) throws Exception {
    try (var rude = new RudeServer(manners);
        var sms = SmsContext.impatientAt(rude.url())) {

      assertThat(sms.send("Hi").kind()).isEqualTo(Kind.UNKNOWN);

      assertThat(rude.requests()).isEqualTo(1);
    }
  }

  static Stream<RudeServer.Manners> manners() {
    var long201 = "HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{";
    return Stream.of(
        RudeServer.RESETS,
        RudeServer.HANGS_UP,
        RudeServer.says("HTTP/1.1 201 Cre"),
        RudeServer.says(long201),
        RudeServer.says("SSH-2.0\r\n\r\n"),
        RudeServer.drips("HTTP/1.1 201 Created\r\nContent-Length: 100000000\r\n\r\n"));
  }

  @Test
  void goesNowhereElse() throws Exception {
    try (var elsewhere = new FakeTwilio(CLOCK);
        var redirecting =
            new RudeServer(
                RudeServer.says(
                    "HTTP/1.1 307 Temporary Redirect\r\nContent-Length: 0\r\nLocation: "
                        + elsewhere.url()
                        + "/\r\n\r\n"));
        var sms = SmsContext.at(redirecting.url())) {

      assertThat(sms.send("Hi").kind()).isEqualTo(Kind.UNKNOWN);

      assertThat(redirecting.requests()).isEqualTo(1);
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Nested
  class KnowsThatNothingLeft {

    private DeliveryOutcome sendTo(String url) throws Exception {
      try (var sms = SmsContext.impatientAt(url)) {
        return sms.send("Hi");
      }
    }

    @Test
    void whenNobodyListens() throws Exception {
      int free;
      try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
        free = socket.getLocalPort();
      }

      assertThat(sendTo("http://127.0.0.1:" + free))
          .isEqualTo(DeliveryOutcome.NotSent.because("The connection was refused"));
    }

    @Test
    void whenTheHostHasNoAddress() throws Exception {
      assertThat(sendTo("http://twilio.invalid").kind()).isEqualTo(Kind.NOT_SENT);
    }

    @Test
    void whenTheOtherSideDoesNotSpeakTls() throws Exception {
      try (var twilio = new FakeTwilio(CLOCK)) {

        assertThat(sendTo(twilio.url().replace("http:", "https:")).kind()).isEqualTo(Kind.NOT_SENT);

        assertThat(twilio.requests()).isEmpty();
      }
    }

    @Test
    void whenTheTlsHandshakeIsNeverAnswered() throws Exception {
      try (var silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {

        assertThat(sendTo("https://127.0.0.1:" + silent.getLocalPort()).kind())
            .isEqualTo(Kind.NOT_SENT);
      }
    }

    @Test
    void whenNobodyAcceptsTheConnection() throws Exception {
      var waiting = new ArrayList<SocketChannel>();
      try (var full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
        for (var queued = 0; queued < 8; queued++) {
          var channel = SocketChannel.open();
          channel.configureBlocking(false);
          channel.connect(new InetSocketAddress("127.0.0.1", full.getLocalPort()));
          waiting.add(channel);
        }

        assertThat(sendTo("http://127.0.0.1:" + full.getLocalPort()))
            .isEqualTo(DeliveryOutcome.NotSent.because("The connection timed out"));
      } finally {
        for (var channel : waiting) {
          channel.close();
        }
      }
    }
  }
}
