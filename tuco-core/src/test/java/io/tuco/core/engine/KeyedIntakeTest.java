package io.tuco.core.engine;

import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.core.SortableIds;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.harness.WatchedStores;
import io.tuco.core.intake.IdempotencyKey;
import io.tuco.core.intake.KeptAnswer;
import io.tuco.core.intake.KeyRecord;
import io.tuco.core.intake.KeyRules;
import io.tuco.core.intake.KeyStanding;
import io.tuco.core.intake.KeyedCall;
import io.tuco.core.intake.RecipientWords;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.PageRequest;
import io.tuco.core.workspace.Access;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A send call under a key, and what is left of it by a crash (settled answer 9). */
final class KeyedIntakeTest {

  private static final String RECORDED = Fixtures.id(0xabc);

  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private final WatchedStores stores = new WatchedStores();
  private final SortableIds ids = new SortableIds(clock, new Random(7));
  private final IdempotencyKeys keys = new IdempotencyKeys(stores, ids, clock);
  private final MessageIntake intake =
      new MessageIntake(stores, ids, event -> "{}", Fixtures.attachmentUrls(), clock);

  @BeforeEach
  void storesOneLineOnOneHealthyDevice() {
    stores.workspaces().insert(Fixtures.aWorkspace().build());
    stores.devices().insert(Fixtures.aDevice().build());
    stores.lines().insert(Fixtures.aLine().build());
  }

  @Test
  void storesTheMessageUnderTheIdThatItsKeyRecords() {
    var accepted = (SubmissionResult.Accepted) intake.submit(hello());

    assertThat(record().messageIds()).containsExactly(accepted.message().id());
    assertThat(record().answer()).isEmpty();
  }

  @Test
  void leavesNoRecordOfARefusal() {
    var nobody = SubmitMessage.text("Hi", RecipientWords.nobody());

    assertThat(intake.submit(keyed(nobody))).isInstanceOf(SubmissionResult.Rejected.class);

    assertThat(stores.idempotency().find(call("Hi").key())).isEmpty();
  }

  @Test
  void leavesACallAloneThatAnotherRuns() {
    stores.idempotency().insert(claimed());

    assertThat(intake.submit(hello())).isInstanceOf(SubmissionResult.KeyTaken.class);

    assertThat(stored()).isZero();
    assertThat(keys.look(call("Hi")).kind()).isEqualTo(KeyStanding.Kind.RUNNING);
  }

  @Test
  void completesAKeyWithoutItsMessageUnderTheRecordedId() {
    stores.idempotency().insert(claimed());
    clock.advance(KeyRules.HOLD);

    var completed = intake.complete(hello());

    assertThat(completed).isInstanceOf(SubmissionResult.Accepted.class);
    assertThat(stores.messages().find(WORKSPACE, RECORDED)).isPresent();
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void tellsAgainWhatWasStoredBeforeACrash() {
    stores.dieAt(1, WatchedStores.Side.AFTER);
    assertThatThrownBy(() -> intake.submit(hello())).hasMessage("the caller died");
    clock.advance(KeyRules.HOLD);

    var again = (SubmissionResult.Resumed) intake.complete(hello());

    assertThat(again.accepted().message().id()).isEqualTo(record().messageIds().get(0));
    assertThat(again.accepted().duplicateLead()).isFalse();
    assertThat(again.accepted().status()).isEqualTo(MessageStatus.PENDING);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void storesAMessageOnceThoughItsFirstRunIsOvertaken() {
    stores.idempotency().insert(claimed());
    clock.advance(KeyRules.HOLD);
    intake.complete(hello());
    clock.advance(KeyRules.HOLD);

    // Neither has bound its answer, so that a third takes over from the second.
    assertThat(intake.submit(hello())).isInstanceOf(SubmissionResult.Resumed.class);

    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void givesEveryRunTheAnswerThatWasBoundFirst() {
    intake.submit(hello());

    var first = keys.bind(call("Hi"), new KeptAnswer(201, "{\"a\":1}"));
    var second = keys.bind(call("Hi"), new KeptAnswer(200, "{\"b\":2}"));

    assertThat(second).isEqualTo(first);
    assertThat(keys.look(call("Hi"))).isEqualTo(new KeyStanding.Answered(first));
  }

  @Test
  void bindsNoAnswerToTheKeyOfAnotherCall() {
    stores.idempotency().insert(claimed());

    keys.bind(call("Ho"), new KeptAnswer(201, "{}"));

    assertThat(record()).isEqualTo(claimed());
  }

  @Test
  void freesTheKeyOfAFailureForAnotherBodyOnlyWhileItsMessageIsMissing() {
    stores.idempotency().insert(claimed());
    keys.letGo(claimed());

    assertThat(keys.look(call("Ho")).kind()).isEqualTo(KeyStanding.Kind.LET_GO);
    intake.complete(hello());
    keys.letGo(record());
    assertThat(keys.look(call("Ho")).kind()).isEqualTo(KeyStanding.Kind.REUSED);
  }

  @Test
  void storesAnotherBodyAfterAFailureUnderTheRecordedId() {
    stores.idempotency().insert(claimed());
    keys.letGo(claimed());
    var other = SubmitMessage.text("Ho", RecipientWords.nobody().withPhone("+12025550100"));

    var accepted = (SubmissionResult.Accepted) intake.submit(keyed(other));

    assertThat(accepted.message().id()).isEqualTo(RECORDED);
    assertThat(record().fingerprint()).isEqualTo(call("Ho").fingerprint());
  }

  @Test
  void keepsKeysForThirtyDays() {
    intake.submit(hello());
    var retention = new Retention(stores);

    retention.sweep(Fixtures.NOW.plus(KeyRules.KEPT));
    assertThat(stores.idempotency().find(call("Hi").key())).isPresent();
    retention.sweep(Fixtures.NOW.plus(KeyRules.KEPT).plusMillis(1));
    assertThat(stores.idempotency().find(call("Hi").key())).isEmpty();
  }

  private KeyRecord record() {
    return stores.idempotency().find(call("Hi").key()).orElseThrow();
  }

  private long stored() {
    return stores
        .messages()
        .page(WORKSPACE, MessageFilter.everything(), PageRequest.first())
        .totalCount();
  }

  private static KeyRecord claimed() {
    return KeyRecord.claimedBy(
        call("Hi"), List.of(RECORDED), Fixtures.NOW.plus(KeyRules.HOLD), Fixtures.NOW);
  }

  private static Submission hello() {
    return keyed(SubmitMessage.text("Hi", RecipientWords.nobody().withPhone("+12025550100")));
  }

  private static Submission keyed(SubmitMessage words) {
    var access = new Access(Fixtures.anApiKey().build(), Fixtures.aWorkspace().build());
    return new Submission(access, words, "app_1", Optional.of(call(words.message().orElseThrow())));
  }

  private static KeyedCall call(String text) {
    return KeyedCall.of(new IdempotencyKey(WORKSPACE, "/api/messages", "k-1"), text);
  }
}
