package io.tuco.core.engine;

import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.core.SortableIds;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.harness.WatchedStores;
import io.tuco.core.intake.RecipientWords;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionResult.Accepted;
import io.tuco.core.intake.SubmissionResult.Rejected;
import io.tuco.core.intake.SubmissionResult.Skipped;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.PageRequest;
import io.tuco.core.workspace.Access;
import io.tuco.core.workspace.DoubleSendGuard;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Send calls that make their steps side by side: each comes to what it would come to alone. */
final class AcceptanceTest {

  private static final String ADA = "+12025550100";
  private static final String BOB = "+12025550101";

  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private final WatchedStores stores = new WatchedStores();
  private final MessageIntake intake =
      new MessageIntake(
          stores,
          new SortableIds(clock, new Random(7)),
          event -> "{}",
          Fixtures.attachmentUrls(),
          clock);

  @BeforeEach
  void knowsTwoPeople() {
    stores.devices().insert(Fixtures.aDevice().build());
    stores.lines().insert(Fixtures.aLine().build());
    begin(ADA, "first").run();
    begin(BOB, "first").run();
  }

  private Acceptance begin(String phone, String text) {
    return begin(RecipientWords.nobody().withPhone(phone), text);
  }

  private Acceptance begin(RecipientWords recipient, String text) {
    var access =
        new Access(
            Fixtures.anApiKey().build(),
            Fixtures.aWorkspace().guarding(DoubleSendGuard.standard()).build());
    var words = SubmitMessage.text(text, recipient);
    return intake.begin(new Submission(access, words, "app_1"));
  }

  private static void sideBySide(Acceptance... calls) {
    while (!Arrays.stream(calls).allMatch(Acceptance::isOver)) {
      Arrays.stream(calls).forEach(Acceptance::step);
      Arrays.stream(calls).forEach(Acceptance::send);
    }
  }

  private long stored() {
    return stores
        .messages()
        .page(WORKSPACE, MessageFilter.everything(), PageRequest.first())
        .totalCount();
  }

  @Test
  void acceptsEach() {
    var ada = begin(ADA, "hello");
    var bob = begin(BOB, "hello");

    sideBySide(ada, bob);

    assertThat(ada.result()).isInstanceOf(Accepted.class);
    assertThat(bob.result()).isInstanceOf(Accepted.class);
    assertThat(stored()).isEqualTo(4);
  }

  @Test
  void storesTheSameWordsToTheSamePersonOnce() {
    var one = begin(ADA, "hello");
    var other = begin(ADA, "hello");

    sideBySide(one, other);

    var accepted = (Accepted) one.result();
    assertThat(((Skipped) other.result()).original().id()).isEqualTo(accepted.message().id());
    assertThat(stored()).isEqualTo(3);
  }

  @Test
  void makesOneLeadOfTwoCallsToSomebodyNew() {
    var one = begin("+12025550102", "hello");
    var other = begin("+12025550102", "good morning");

    sideBySide(one, other);

    var first = ((Accepted) one.result()).message().origin().leadId();
    assertThat(((Accepted) other.result()).message().origin().leadId()).isEqualTo(first);
  }

  @Test
  void tellsWhoWouldHoldUpTheOthers() {
    var known = begin(ADA, "hello");
    var stranger = begin("+12025550102", "hello");

    for (var step = 0; step < 2; step++) {
      known.step();
      stranger.step();
    }

    assertThat(known.isLong()).isFalse();
    assertThat(stranger.isLong()).isTrue();
    assertThat(stranger.run()).isInstanceOf(Accepted.class);
  }

  @Test
  void tellsAtOnceOfACallThatIsLong() {
    assertThat(begin(ADA, "hello").isLong()).isFalse();
    assertThat(begin(RecipientWords.nobody().withEmail("ada@example.com"), "hello").isLong())
        .isTrue();
  }

  @Test
  void tellsOfALineThatIsToBePicked() {
    stores
        .lines()
        .insert(Fixtures.aLine().withId(Fixtures.id(0x79)).withPhone("+12025550179").build());
    var picking = begin(ADA, "hello");

    picking.step();
    picking.step();

    assertThat(picking.isLong()).isTrue();
    assertThat(picking.run()).isInstanceOf(Accepted.class);
  }

  @Test
  void refusesOneBesideAnother() {
    var refused = begin("12", "hello");
    var accepted = begin(ADA, "hello");

    sideBySide(refused, accepted);

    assertThat(refused.result()).isInstanceOf(Rejected.class);
    assertThat(accepted.result()).isInstanceOf(Accepted.class);
  }

  @Test
  void failsAloneWhereTheStoreFails() {
    var failing = begin(ADA, "hello");
    var accepted = begin(BOB, "hello");
    failing.step();
    accepted.step();
    // Before its message is written.
    stores.dieAt(1, WatchedStores.Side.BEFORE);
    failing.step();
    failing.step();

    sideBySide(failing, accepted);

    assertThatThrownBy(failing::result).hasMessage("the caller died");
    assertThat(accepted.result()).isInstanceOf(Accepted.class);
  }
}
