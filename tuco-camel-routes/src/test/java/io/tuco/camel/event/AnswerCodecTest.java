package io.tuco.camel.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ConnectTimeoutException;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerCodecTest {

  private static final String SECRET_PLACE = "https://hooks.example/?key=secret";

  private final AnswerCodec codec = new AnswerCodec(SettableClock.at(Fixtures.NOW));

  @ParameterizedTest
  @CsvSource({
    "200, true",
    "204, true",
    "299, true",
    "199, false",
    "300, false",
    "302, false",
    "400, false",
    "410, false",
    "429, false",
    "500, false",
    "503, false"
  })
  void takesAnyStatusOfTheTwoHundredsForSuccess(int status, boolean success) {
    var answer = codec.head(status, null);

    assertThat(answer.isSuccess()).isEqualTo(success);
    assertThat(answer.statusCode()).contains(status);
    assertThat(answer.error().isPresent()).isNotEqualTo(success);
  }

  @ParameterizedTest
  @CsvSource({"429, true", "503, true", "500, false", "200, false", "301, false"})
  void honoursRetryAfterWhereTheContractDoes(int status, boolean honoured) {
    assertThat(codec.head(status, "60").retryAfter().isPresent()).isEqualTo(honoured);
  }

  @Test
  void doesWithoutAReadableRetryAfter() {
    assertThat(codec.head(429, "whenever").retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void saysInOneSentenceWhatHappened(Throwable cause, String sentence) {
    var answer = codec.failure(cause);

    assertThat(answer.error()).contains(sentence);
    assertThat(answer.statusCode()).isEmpty();
    assertThat(answer.error().orElseThrow()).doesNotContain("hooks.example", "secret");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new ConnectTimeoutException(SECRET_PLACE), "No connection in time"),
        Arguments.of(new TimeoutException(SECRET_PLACE), "No answer in time"),
        Arguments.of(new SSLHandshakeException(SECRET_PLACE), "TLS failed"),
        Arguments.of(new ConnectException(SECRET_PLACE), "Connection refused"),
        Arguments.of(new SocketException(SECRET_PLACE), "Connection failed"),
        Arguments.of(new IllegalStateException(SECRET_PLACE), "Connection ended unanswered"));
  }
}
