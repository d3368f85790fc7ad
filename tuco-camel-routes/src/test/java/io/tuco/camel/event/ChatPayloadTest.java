package io.tuco.camel.event;

import static io.tuco.core.fixture.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.ChatIds;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.EventName;
import io.tuco.core.event.InChat;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.fixture.Fixtures;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Only the time of an attempt changes; whatever a person wrote cannot pass for it. */
final class ChatPayloadTest {

  private static final String ID = "dlv_0123abcd-0000-3000-8000-000000000000";
  private static final String TRAP = ",\\\"timestamp\\\":1,\\\"delivery_id\\\":\\\"" + ID + "\\\"}";

  @Test
  void isTheSameBodyAtAnotherTime() {
    var chat = new InChat("line", "+12025550100", true, "{\"text\":\"" + TRAP + "\"}");
    var first = ChatPayload.body(EventName.MESSAGE_SENT, chat, "+12025550171", ID, NOW);

    var later = ChatPayload.stamped(first, NOW.plus(Duration.ofHours(5)));

    assertThat(first)
        .isEqualTo(
            "{\"event\":\"message.sent\",\"data\":{\"text\":\""
                + TRAP
                + "\",\"line_handle\":\"+12025550171\",\"sender\":\"+12025550171\"},\"timestamp\":"
                + NOW.toEpochMilli()
                + ",\"delivery_id\":\""
                + ID
                + "\"}");
    assertThat(later)
        .isEqualTo(
            first.replace(
                "\"timestamp\":" + NOW.toEpochMilli() + ",",
                "\"timestamp\":" + NOW.plus(Duration.ofHours(5)).toEpochMilli() + ","));
    assertThat(ChatPayload.deliveryId(later)).isEqualTo(ID);
  }

  @Test
  void namesNoSenderWhereTheLineIsNone() {
    var chat = new InChat("line", "+12025550100", false, "{\"handle\":\"+12025550100\"}");

    assertThat(ChatPayload.body(EventName.RECEIPT_READ, chat, "me@example.com", ID, NOW))
        .contains("\"data\":{\"handle\":\"+12025550100\",\"line_handle\":\"me@example.com\"}");
  }

  @Test
  void asksWhetherAnEndpointAnswersInTheWordsItWillHear() {
    var plain =
        Delivery.of(
            new OutboxEvent(
                "evt_1",
                EventName.MESSAGE_RECEIVED,
                0,
                NOW,
                "{\"event\":\"message.received\",\"data\":{\"test\":true},\"testMode\":true}"),
            Fixtures.WORKSPACE,
            "ep-1",
            Optional.empty(),
            Optional.empty(),
            NOW);

    var worded = ChatPayload.check(plain, Optional.of(Fixtures.aLine().build()));

    assertThat(worded.payload())
        .matches(
            "\\{\"event\":\"message.received\",\"data\":\\{\"test\":true,\"line_handle\":\"\\"
                + Fixtures.aLine().build().handle()
                + "\"},\"timestamp\":"
                + NOW.toEpochMilli()
                + ",\"delivery_id\":\"dlv_[0-9a-f-]{36}\"}");
    assertThat(ChatPayload.check(plain, Optional.empty()).payload())
        .contains("\"line_handle\":\"\"");
    assertThat(worded.eventId()).isEqualTo("evt_1");
  }

  @Test
  void hasIdsOfTheUsualForm() {
    assertThat(ChatIds.chat("line", "+12025550100"))
        .matches("[0-9a-f]{24}")
        .isNotEqualTo(ChatIds.chat("line", "+12025550101"))
        .isNotEqualTo(ChatIds.typing("line", "+12025550100"));
  }
}
