package io.tuco.camel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tuco.camel.outbound.RawSink;
import io.tuco.camel.outbound.SsrfVectors;
import io.tuco.core.event.Delivery;
import io.tuco.core.fixture.Fixtures;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer's URL is called as it was typed, at the address that was judged, or not at all. */
class WebhookUrlTest {

  private static final String DONE = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  private final EventHarness tuco = EventHarness.at(Fixtures.NOW);
  private final RawSink sink = RawSink.on("127.0.0.1", RawSink.says(DONE));

  @AfterEach
  void stop() {
    sink.close();
    tuco.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?",
        "/p?bridgeEndpoint=true&throwExceptionOnFailure=true&httpMethod=GET&timeout=1",
        "/p?q=RAW(secret)&r=RAW%7Bx%7D&proxyHost=127.0.0.1&proxyPort=1",
        "/p?q=%7B%7Bsys:user.home%7D%7D&b=$body&c=%24%7Bbody%7D&d=@bean:x",
        "/a%2Fb/../c/;v=1/%7Bname%7D?a=1&a=2&empty&plus=a+b&space=%20&percent=%25&u=%C3%BC",
        "/p?list[0]=a|b&x=?&y=/&z=:",
        "//double//slashes?http://other.example/",
      })
  void reachTheReceiverAsTyped(String pathAndQuery) {
    tuco.starts();
    tuco.hears("ep-1", "http://127.0.0.1:" + sink.port() + pathAndQuery);

    tuco.publishes(1);

    await().atMost(Duration.ofSeconds(5)).until(() -> sink.heads().size() == 1);
    assertThat(sink.heads().get(0)).startsWith("POST " + pathAndQuery + " HTTP/1.1\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:PORT/p?bridgeEndpoint=true&q={{x}}&${body}",
        "http://user@127.0.0.1:PORT/",
        "http://127.1:PORT/",
        "http://2130706433:PORT/",
        "http://127.0.0.1:PORT/#fragment",
        "http://10.0.0.1:PORT/",
        "ftp://127.0.0.1:PORT/",
        "{{x}}",
      })
  void areNotCalledWhenTheRulesForbidThem(String url) {
    tuco.starts();
    tuco.hears("ep-1", url.replace("PORT", Integer.toString(sink.port())));

    tuco.publishes(1);

    assertThat(awaitFailure().lastError()).contains("URL is not allowed");
    assertThat(sink.heads()).isEmpty();
  }

  @Test
  void areNotCalledWhenOneOfTheAddressesIsPrivate() throws Exception {
    var mixed = List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("192.168.0.1"));
    tuco.lookup = host -> mixed;
    tuco.starts();
    tuco.hears("ep-1", "http://hooks.example:" + sink.port() + "/");

    tuco.publishes(1);

    assertThat(awaitFailure().lastError()).contains("URL is not allowed");
    assertThat(sink.heads()).isEmpty();
  }

  /** Every odd spelling, and every name, as if it led to this machine. */
  @Test
  void neverLeadToThisMachineHoweverTheyAreSpelled() throws Exception {
    var loopback = List.of(InetAddress.getByName("127.0.0.1"));
    tuco.allowed = List.of();
    tuco.lookup = host -> loopback;
    tuco.starts();
    try (var six = RawSink.on("::1", RawSink.says(DONE))) {
      var urls = SsrfVectors.on(sink.port());
      urls.addAll(SsrfVectors.on(six.port()));
      assertThat(urls).hasSizeGreaterThan(500);
      var number = new AtomicInteger();
      urls.forEach(url -> tuco.hears("ep-" + number.incrementAndGet(), url));

      tuco.publishes(1);

      await()
          .atMost(Duration.ofSeconds(50))
          .until(() -> tuco.stores.deliveries().counts().failing() == urls.size());
      assertThat(sink.heads()).isEmpty();
      assertThat(six.heads()).isEmpty();
    }
  }

  // A name that was public when the endpoint was made, and is looked up anew for each attempt.
  @Test
  void areJudgedAnewWhenTheirNameMovesInside() throws Exception {
    var inside = List.of(InetAddress.getByName("10.0.0.1"));
    var outside = List.of(InetAddress.getByName("127.0.0.1"));
    var asked = new AtomicInteger();
    tuco.lookup = host -> asked.incrementAndGet() == 1 ? outside : inside;
    tuco.starts();
    tuco.hears("ep-1", "http://rebinding.example:" + sink.port() + "/");

    tuco.publishes(1);
    await().atMost(Duration.ofSeconds(5)).until(() -> sink.heads().size() == 1);
    tuco.publishes(2);

    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> tuco.stores.deliveries().counts().failing() == 1);
    assertThat(tuco.open(2, "ep-1").orElseThrow().lastError()).contains("URL is not allowed");
    assertThat(asked).hasValue(2);
    assertThat(sink.heads()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followNoRedirect(int status) {
    tuco.starts();
    var answer =
        "HTTP/1.1 %d Elsewhere\r\nLocation: http://127.0.0.1:%d/\r\nContent-Length: 0\r\n\r\n"
            .formatted(status, sink.port());
    try (var first = RawSink.on("127.0.0.1", RawSink.says(answer))) {
      tuco.hears("ep-1", "http://127.0.0.1:" + first.port() + "/");

      tuco.publishes(1);

      assertThat(awaitFailure().lastStatusCode()).contains(status);
      assertThat(first.heads()).hasSize(1);
    }
    assertThat(sink.heads()).isEmpty();
  }

  @Test
  void goToTheAddressThatWasJudgedUnderTheirOwnName() throws Exception {
    var loopback = List.of(InetAddress.getByName("127.0.0.1"));
    var asked = new CopyOnWriteArrayList<String>();
    tuco.lookup =
        host -> {
          asked.add(host);
          return loopback;
        };
    tuco.starts();
    tuco.hears("ep-1", "http://hooks.example:" + sink.port() + "/");

    tuco.publishes(1);

    await().atMost(Duration.ofSeconds(5)).until(() -> sink.heads().size() == 1);
    assertThat(asked).containsExactly("hooks.example");
    assertThat(sink.heads().get(0)).containsIgnoringCase("\r\nhost: hooks.example:" + sink.port());
  }

  @Test
  void mayNameAnIpv6Address() {
    try (var six = RawSink.on("::1", RawSink.says(DONE))) {
      tuco.starts();
      tuco.hears("ep-1", "http://[::1]:" + six.port() + "/");

      tuco.publishes(1);

      await().atMost(Duration.ofSeconds(5)).until(() -> six.heads().size() == 1);
      assertThat(six.heads().get(0))
          .containsIgnoringCase("\r\nhost: [0:0:0:0:0:0:0:1]:" + six.port() + "\r\n");
    }
  }

  @Test
  void countAnUnknownHostAsAFailedAttempt() {
    tuco.lookup = host -> List.of();
    tuco.starts();
    tuco.hears("ep-1", "http://hooks.example:" + sink.port() + "/");

    tuco.publishes(1);

    assertThat(awaitFailure().lastError()).contains("Host not found");
  }

  private Delivery awaitFailure() {
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> tuco.stores.deliveries().counts().failing() == 1);
    return tuco.open(1, "ep-1").orElseThrow();
  }
}
