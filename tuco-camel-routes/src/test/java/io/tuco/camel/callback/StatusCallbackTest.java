package io.tuco.camel.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatusCallbackTest {

  private static final String SID = "SM" + "0a".repeat(16);

  @Test
  void readsWhatBecameOfAText() {
    var form =
        Map.of(
            "MessageSid", List.of(SID),
            "MessageStatus", List.of("undelivered"),
            "ErrorCode", List.of("30003"),
            "RawDlrDoneDate", List.of("2703121200"));

    assertThat(StatusCallback.parse(form))
        .contains(new StatusCallback(SID, "undelivered", Optional.of(30003)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "x", "٣٠٠٠٣", "99999999999"})
  void takesAnOddErrorCodeForNone(String code) {
    var form =
        Map.of(
            "MessageSid", List.of(SID),
            "MessageStatus", List.of("a new word"),
            "ErrorCode", List.of(code));

    assertThat(StatusCallback.parse(form))
        .contains(new StatusCallback(SID, "a new word", Optional.empty()));
  }

  @Test
  void needsAMessageAndAStatus() {
    var sid = List.of(SID);
    var status = List.of("sent");

    assertThat(StatusCallback.parse(Map.of())).isEmpty();
    assertThat(StatusCallback.parse(Map.of("MessageSid", sid))).isEmpty();
    assertThat(StatusCallback.parse(Map.of("MessageStatus", status))).isEmpty();
    assertThat(StatusCallback.parse(Map.of("MessageSid", List.of("CA1"), "MessageStatus", status)))
        .isEmpty();
    assertThat(StatusCallback.parse(Map.of("MessageSid", List.of(), "MessageStatus", status)))
        .isEmpty();
  }
}
