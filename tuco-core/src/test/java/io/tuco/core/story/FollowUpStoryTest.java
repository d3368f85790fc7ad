package io.tuco.core.story;

import static io.tuco.core.story.Requests.ADA;
import static io.tuco.core.story.Requests.aText;
import static io.tuco.core.story.Requests.doNotContact;
import static io.tuco.core.story.Requests.withTextOnFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.event.EventName;
import io.tuco.core.harness.FakeProvider;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.harness.WatchedStores;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.PageRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text follows a message that did not reach the person: once, or never (API contract, 4.4). */
final class FollowUpStoryTest {

  private final WatchedStores stores = new WatchedStores();
  private final TucoHarness tuco =
      TucoHarness.at("2027-03-12T15:00:00Z", DispatchSettings.documented(), stores);

  @BeforeEach
  void hasAnAccountForTexts() {
    tuco.workspaceBecomes(Requests::withTexts);
  }

  private List<String> texts() {
    return tuco.twilio().sent().stream().map(FakeProvider.Sent::text).toList();
  }

  private List<Message> stored(MessageType type) {
    return stores
        .messages()
        .page(tuco.workspace().id(), MessageFilter.everything(), PageRequest.first())
        .items()
        .stream()
        .filter(message -> message.type() == type)
        .toList();
  }

  private void refusesFiveConnections() {
    for (var attempt = 0; attempt < 5; attempt++) {
      tuco.relay().refusesTheConnection();
    }
  }

  @Test
  void followsAFallbackAndNamesTheOriginal() {
    tuco.relay().hasNoIMessageFor(ADA);

    var id = tuco.submits(aText("Hi {{firstName|there}}"));
    tuco.runsDueWork();

    var text = stored(MessageType.SMS).get(0);
    var followUp = tuco.message(id).progress().followUp().orElseThrow();
    assertThat(texts()).containsExactly("Hi there");
    assertThat(text.origin().fallbackOf()).contains(id);
    assertThat(text.status()).isEqualTo(MessageStatus.SENT);
    assertThat(followUp.messageId()).isEqualTo(text.id());
    assertThat(followUp.made()).isTrue();
    assertThat(tuco.published())
        .containsExactly(EventName.MESSAGE_FALLBACK, EventName.MESSAGE_SENT);
  }

  @Test
  void followsAFailureThatAsksForIt() {
    refusesFiveConnections();

    var id = tuco.submits(withTextOnFailure(aText("hello")));
    tuco.passes(Duration.ofMinutes(10));

    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
    assertThat(texts()).containsExactly("hello");
  }

  @Test
  void doesNotFollowAFailureThatDoesNotAsk() {
    refusesFiveConnections();

    var id = tuco.submits(aText("hello"));
    tuco.passes(Duration.ofMinutes(10));

    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
    assertThat(stored(MessageType.SMS)).isEmpty();
  }

  @Test
  void neverFollowsWhileNobodyKnowsTheOutcome() {
    tuco.relay().swallowsTheSend();
    tuco.relay().isSilent(true);

    var id = tuco.submits(withTextOnFailure(aText("hello")));
    tuco.passes(Duration.ofHours(48));

    assertThat(tuco.message(id).isUnknown()).isTrue();
    assertThat(stored(MessageType.SMS)).isEmpty();
  }

  @Test
  void neverFollowsACancellation() {
    var id = tuco.submits(withTextOnFailure(aText("hello")));
    var lead = tuco.message(id).origin().leadId().orElseThrow();

    tuco.engine().cancellations().ofLead(tuco.workspace().id(), lead, tuco.now());
    tuco.passes(Duration.ofMinutes(1));

    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.CANCELLED);
    assertThat(stored(MessageType.SMS)).isEmpty();
  }

  @Test
  void neverFollowsToSomebodyNobodyMayWriteTo() {
    stores.doNotContact().add(doNotContact(tuco.workspace().id(), ADA));

    var id = tuco.submits(withTextOnFailure(aText("hello")));
    tuco.passes(Duration.ofMinutes(1));

    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
    assertThat(stored(MessageType.SMS)).isEmpty();
  }

  // The id of the text is settled in the write that ends the original; a sweep makes what is owed.
  @ParameterizedTest
  @EnumSource(WatchedStores.Side.class)
  void followsOnceThroughACrashAroundItsMaking(WatchedStores.Side side) {
    tuco.relay().hasNoIMessageFor(ADA);
    tuco.submits(aText("hello"));
    // The intent, sending, the record; then the text.
    stores.dieAt(4, side);

    tuco.runsDueWork();
    tuco.restartsAfterACrash();
    tuco.engine().followUps().sweep();
    tuco.engine().followUps().sweep();
    tuco.passes(Duration.ofMinutes(5));

    assertThat(stores.writes()).containsSubsequence("replace", "beginSend", "record", "insert");
    assertThat(stored(MessageType.SMS)).hasSize(1);
    assertThat(texts()).containsExactly("hello");
    assertThat(stores.messages().owingFollowUp(9)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void settlesTheTextThatACrashCutOff(boolean left) {
    tuco.relay().hasNoIMessageFor(ADA);
    tuco.twilio().crashesTheCaller(left);

    tuco.submits(aText("hello"));
    tuco.runsDueWork();
    tuco.restartsAfterACrash();
    tuco.passes(Duration.ofMinutes(10));

    assertThat(texts()).containsExactly("hello");
    assertThat(stored(MessageType.SMS).get(0).status()).isEqualTo(MessageStatus.SENT);
  }
}
