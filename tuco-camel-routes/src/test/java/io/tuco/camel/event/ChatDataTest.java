package io.tuco.camel.event;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.json.EcmaScriptJson;
import io.tuco.camel.json.JsonFields;
import io.tuco.core.event.ChatIds;
import io.tuco.core.event.EventName;
import io.tuco.core.event.MessageEvent;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Tapback;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The data of the events of {@code /v1} (/v1 contract, section 9). */
final class ChatDataTest {

  private static final String LINE = Fixtures.aLine().build().id();
  private static final String ADA = "+12025550100";

  private final ChatPayload payload = new ChatPayload(Fixtures.fileLinks());

  @Test
  void callsAFailureByTheWordsOfTheOutbox() {
    var failed = pending().failed("No more", NOW);
    var cancelled = pending().cancelled("Opted out", NOW);

    assertThat(data(EventName.MESSAGE_FAILED, failed))
        .isEqualTo(
            "{\"outbox_id\":\"obx_%s\",\"line_id\":\"ln_%s\",\"chat_id\":\"cht_%s\",\"to\":\"%s\",\"error\":\"No more\",\"attempts\":0,\"failed_at\":%d}"
                .formatted(failed.id(), LINE, ChatIds.chat(LINE, ADA), ADA, NOW.toEpochMilli()));
    assertThat(data(EventName.MESSAGE_CANCELLED, cancelled))
        .contains("\"error\":\"Cancelled: Opted out\"");
  }

  @Test
  void saysNothingOfWhatIsNotToldThere() {
    var event =
        new MessageEvent(
            "evt_1",
            EventName.MESSAGE_DELIVERED,
            1,
            NOW,
            pending(),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    var mail = aMessage().ofType(MessageType.EMAIL).fromLine(LINE).build();

    assertThat(payload.of(event)).isEmpty();
    assertThat(payload.of(event(EventName.MESSAGE_FAILED, mail))).isEmpty();
  }

  @Test
  void namesWhoReactedAndHow() {
    var view = new ChatData(pending(), NOW, Fixtures.fileLinks());

    assertThat(text(view.reaction(new Tapback(ADA, "love", NOW, false))))
        .contains(
            "\"id\":\"rxn_" + ChatIds.reaction(pending().id(), ADA) + "\"",
            "\"message_id\":\"msg_" + pending().id() + "\"",
            "\"type\":\"love\",\"sender\":\"" + ADA + "\",\"is_from_me\":false,\"added\":true");
    assertThat(text(view.reaction(new Tapback(Tapback.US, "like", NOW, true))))
        .contains("\"type\":\"like\",\"is_from_me\":true,\"added\":false")
        .doesNotContain("sender");
  }

  private String data(EventName name, Message message) {
    return payload.of(event(name, message)).orElseThrow().data();
  }

  private static MessageEvent event(EventName name, Message message) {
    return new MessageEvent(
        "evt_1", name, 1, NOW, message, Optional.empty(), Optional.empty(), Map.of());
  }

  private static Message pending() {
    return aMessage().fromLine(LINE).build();
  }

  private static String text(JsonFields fields) {
    return EcmaScriptJson.stringify(fields.tree());
  }
}
