package io.tuco.camel.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.EventName;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StreamedEventTest {

  @Test
  void addsTheVersionToTheVeryBytesOfTheBody() {
    var body = "{\"message\":\"caf\u00e9 \\ud800 \uD83D\uDE00 }\",\"seq\":1}";

    assertThat(new String(streamed(EventName.MESSAGE_SENT, body).value(), UTF_8))
        .isEqualTo(
            "{\"message\":\"caf\u00e9 \\ud800 \uD83D\uDE00 }\",\"seq\":1,\"schemaVersion\":1}");
  }

  @Test
  void addsItToAnEmptyBody() {
    assertThat(new String(streamed(EventName.MESSAGE_SENT, "{}").value(), UTF_8))
        .isEqualTo("{\"schemaVersion\":1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MESSAGE_SENT      | {\"data\":{\"phone\":\"+1\"}}                | m-1",
        "MESSAGE_REPLY     | {\"data\":{}}                                | m-1",
        "LINE_DOWN         | {\"data\":{\"lineId\":\"l-1\"}}              | l-1",
        "CONTACT_OPTED_OUT | {\"data\":{\"phone\":\"+1\",\"email\":null}} | +1",
        "CONTACT_OPTED_OUT | {\"data\":{\"phone\":null,\"email\":\"a@b\"}}| a@b",
        "CONTACT_OPTED_OUT | {\"data\":{}}                                | m-1",
        "WEBHOOK_DISABLED  | {\"data\":{\"webhookId\":\"w-1\"}}           | w-1"
      })
  void isKeyedByWhatItIsAbout(EventName name, String body, String key) {
    assertThat(streamed(name, body).key()).isEqualTo(key);
  }

  private static StreamedEvent streamed(EventName name, String body) {
    var event = new OutboxEvent("evt_1", name, 1, Instant.EPOCH, body);
    return StreamedEvent.of(new Outbox("org_1", "m-1", Optional.empty(), List.of(event)), event);
  }
}
