package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.anEvent;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.intake.InboundMessage;
import io.tuco.core.intake.InboundMessage.Belonging;
import io.tuco.core.message.Arrival;
import io.tuco.core.message.Content;
import io.tuco.core.message.Edit;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.ReceivedFile;
import io.tuco.core.message.Tapback;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands beside a message, when it was read, and what of it is still to be heeded. */
abstract class MessageAnnotationsContract {

  private static final Tapback LOVED = new Tapback("+12025550100", "love", NOW, false);

  private MessageStore messages;

  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    messages = openStores().messages();
  }

  @Test
  void keepsEverythingThatStandsBesideAMessage() {
    var arrival =
        Arrival.none()
            .answering(Optional.of(id(7)))
            .with(
                List.of(
                    new ReceivedFile(
                        "at-1",
                        Optional.of("a.heic"),
                        Optional.of("image/heic"),
                        Optional.of(5_000_000_000L)),
                    new ReceivedFile("at-2", Optional.empty(), Optional.empty(), Optional.empty())))
            .alsoKnownAs(List.of("token-1"))
            .saying(Optional.of("STOP"));
    var reply = received("guid-1", arrival);
    insert(reply);
    var changed =
        reply
            .annotations()
            .with(LOVED)
            .with(new Edit("better", NOW.plusSeconds(1)))
            .unsent(NOW.plusSeconds(2));

    for (var step :
        List.of(
            reply.annotations().with(LOVED),
            reply.annotations().with(LOVED).with(new Edit("better", NOW.plusSeconds(1))),
            changed)) {
      assertThat(messages.annotate(WORKSPACE, reply.id(), step)).isTrue();
    }

    assertThat(messages.find(WORKSPACE, reply.id())).contains(reply.annotated(changed));
    assertThat(messages.findByExternalId("token-1")).map(Message::id).contains(reply.id());
  }

  @Test
  void changesWhatStandsBesideOnlyByWhoHasReadItLast() {
    var sent = insert(sent(1));
    var loved = sent.annotations().with(LOVED);

    assertThat(messages.annotate(WORKSPACE, id(1), loved)).isTrue();
    assertThat(messages.annotate(WORKSPACE, id(1), loved)).isFalse();
    assertThat(messages.annotate(OTHER_WORKSPACE, id(1), loved.unsent(NOW))).isFalse();
    assertThat(messages.annotate(WORKSPACE, id(2), loved)).isFalse();

    assertThat(messages.find(WORKSPACE, id(1)).orElseThrow().annotations()).isEqualTo(loved);
  }

  @Test
  void losesNothingBesideWhenTheMessageItselfChanges() {
    var sent = insert(sent(1));
    var loved = sent.annotations().with(LOVED);
    messages.annotate(WORKSPACE, id(1), loved);

    messages.amend(MessageStatus.SENT, sent.delivered(NOW, NOW), List.of());

    var stored = messages.find(WORKSPACE, id(1)).orElseThrow();
    assertThat(stored.status()).isEqualTo(MessageStatus.DELIVERED);
    assertThat(stored.annotations()).isEqualTo(loved);
  }

  @Test
  void storesOnceThatAMessageWasRead() {
    var delivered = insert(sent(1).delivered(NOW, NOW));
    var read = delivered.opened(NOW.plusSeconds(5), NOW.plusSeconds(6));
    var again = delivered.opened(NOW.plusSeconds(9), NOW.plusSeconds(9));

    assertThat(messages.open(MessageStatus.SENT, read, List.of())).isFalse();
    assertThat(messages.open(MessageStatus.DELIVERED, read, List.of(anEvent("evt_1", 1)))).isTrue();
    assertThat(messages.open(MessageStatus.DELIVERED, again, List.of(anEvent("evt_2", 2))))
        .isFalse();

    assertThat(messages.find(WORKSPACE, id(1)).orElseThrow().timeline().readAt())
        .contains(NOW.plusSeconds(5));
    assertThat(messages.undrained(9).get(0).events()).hasSize(1);
  }

  @Test
  void namesWhatNobodyHasHeededUntilSomebodyHas() {
    var early = received("guid-1", Arrival.none());
    insert(early);
    insert(received("guid-2", Arrival.none().inGroup("chat-1")));
    insert(sent(1));

    assertThat(messages.unheeded(NOW.plusMillis(1), 9))
        .extracting(Message::id)
        .containsExactly(early.id());
    assertThat(messages.unheeded(NOW, 9)).isEmpty();

    messages.annotate(WORKSPACE, early.id(), early.annotations().with(LOVED));
    assertThat(messages.unheeded(NOW.plusMillis(1), 9)).hasSize(1);

    messages.annotate(WORKSPACE, early.id(), early.annotations().with(LOVED).heeded());
    assertThat(messages.unheeded(NOW.plusMillis(1), 9)).isEmpty();
  }

  private static Message sent(int number) {
    return aSendingMessage("s-" + number).withId(id(number)).build().sent("ref-" + number, NOW);
  }

  private static Message received(String guid, Arrival arrival) {
    return new InboundMessage(
            WORKSPACE,
            MessageType.IMESSAGE,
            new PhoneNumber("+12025550100"),
            Content.text("yes"),
            guid,
            NOW,
            Belonging.unknown(),
            arrival)
        .received(NOW, "corr-1");
  }

  private Message insert(Message message) {
    messages.insert(message, Optional.empty(), List.of());
    assertThat(messages.find(WORKSPACE, message.id())).contains(message);
    return message;
  }
}
