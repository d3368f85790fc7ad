package io.tuco.core.story;

import static io.tuco.core.story.Requests.ADA;
import static io.tuco.core.story.Requests.BOB;
import static io.tuco.core.story.Requests.aMailTo;
import static io.tuco.core.story.Requests.aText;
import static io.tuco.core.story.Requests.aTextTo;
import static io.tuco.core.story.Requests.anSms;
import static io.tuco.core.story.Requests.withFiles;
import static io.tuco.core.story.Requests.withTextOnFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.line.LineLimits;
import io.tuco.core.message.HistoryEntry;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.Resolution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message tells its whole story: every change and attempt, why and by whom. */
final class HistoryStoryTest {

  private static final String ACCEPTED = "->pending by api: Accepted.";
  private static final String BEGUN = "pending->sending by dispatch #1: Attempt began.";
  private static final String UNKNOWN =
      "sending->sending by dispatch #1: " + Reasons.OUTCOME_UNKNOWN;

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");

  @BeforeEach
  void hasAnAccountForTexts() {
    tuco.workspaceBecomes(Requests::withTexts);
  }

  private List<String> storyOf(String id) {
    return entriesOf(id).stream().map(HistoryStoryTest::told).toList();
  }

  private List<HistoryEntry> entriesOf(String id) {
    return tuco.message(id).timeline().history().entries();
  }

  private static String told(HistoryEntry entry) {
    return entry.from().map(MessageStatus::wire).orElse("")
        + "->"
        + entry.to().wire()
        + " by "
        + entry.by().wire()
        + entry.attempt().map(number -> " #" + number).orElse("")
        + ": "
        + entry.reason();
  }

  private Optional<String> lastDetailOf(String id) {
    var entries = entriesOf(id);
    return entries.get(entries.size() - 1).detail();
  }

  private String sendOf(String id) {
    return tuco.message(id).progress().send().orElseThrow().id();
  }

  @Test
  void tellsOfASendWhenAndFromWhichLine() {
    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();

    assertThat(storyOf(id))
        .containsExactly(ACCEPTED, BEGUN, "sending->sent by relay #1: The provider took it.");
    assertThat(entriesOf(id))
        .allSatisfy(entry -> assertThat(entry.lineId()).contains(tuco.line().id()))
        .extracting(HistoryEntry::at)
        .isSorted();
    assertThat(lastDetailOf(id)).isEqualTo(tuco.message(id).progress().externalId());
  }

  @Test
  void tellsOfARetryAndWhatWasSaid() {
    tuco.relay().refusesTheConnection();
    var id = tuco.submits(aText("hello"));
    tuco.passes(Duration.ofSeconds(61));

    assertThat(storyOf(id))
        .containsExactly(
            ACCEPTED,
            BEGUN,
            "sending->pending by dispatch #1: Temporary error; retry scheduled.",
            "pending->sending by dispatch #2: Attempt began.",
            "sending->sent by relay #2: The provider took it.");
    assertThat(entriesOf(id).get(2).detail()).isPresent();
  }

  @Test
  void tellsOfARefusal() {
    tuco.relay().refusesTheText();
    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();

    var error = tuco.message(id).progress().errorMessage().orElseThrow();
    assertThat(storyOf(id))
        .containsExactly(ACCEPTED, BEGUN, "sending->failed by relay #1: " + error);
  }

  @Test
  void tellsOfAnUnknownThatTheDeviceClearedUp() {
    tuco.relay().swallowsTheAnswerButDelivers();
    var id = tuco.submits(aText("hello"));
    tuco.passes(Duration.ofMinutes(5));

    assertThat(storyOf(id))
        .containsExactly(
            ACCEPTED, BEGUN, UNKNOWN, "sending->sent by relay #1: The provider took it.");
  }

  @Test
  void tellsOfAnUnknownThatNeverLeft() {
    tuco.relay().swallowsTheSend();
    var id = tuco.submits(aText("hello"));
    tuco.passes(Duration.ofMinutes(10));

    assertThat(storyOf(id))
        .containsExactly(
            ACCEPTED,
            BEGUN,
            UNKNOWN,
            "sending->pending by relay #1: Temporary error; retry scheduled.",
            "pending->sending by dispatch #2: Attempt began.",
            "sending->sent by relay #2: The provider took it.");
    assertThat(entriesOf(id).get(3).detail()).contains("It never left");
  }

  @Test
  void tellsOfTheOrderThatSettledAnUnknown() {
    tuco.relay().swallowsTheSend();
    tuco.relay().isSilent(true);
    var id = tuco.submits(withTextOnFailure(aText("hello")));
    tuco.passes(Duration.ofMinutes(5));

    var order = new Resolution(Resolution.Action.CONFIRM_NOT_SENT, "key-1", tuco.now());
    tuco.engine().resolutions().resolve(tuco.workspace().id(), id, order, tuco.now());

    assertThat(storyOf(id))
        .containsExactly(
            ACCEPTED,
            BEGUN,
            UNKNOWN,
            "sending->failed by api #1: Confirmed as not sent",
            "failed->failed by dispatch: A text follows it.");
    assertThat(entriesOf(id).get(3).detail()).contains("confirm_not_sent by key-1");
    assertThat(lastDetailOf(id))
        .isEqualTo(tuco.message(id).progress().followUp().map(text -> text.messageId()));
  }

  @Test
  void tellsOfAnInterruptedAttempt() {
    tuco.relay().crashesTheCaller(true);
    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();
    tuco.restartsAfterACrash();
    tuco.passes(Duration.ofMinutes(5));

    assertThat(storyOf(id))
        .containsExactly(
            ACCEPTED, BEGUN, UNKNOWN, "sending->sent by relay #1: The provider took it.");
  }

  @Test
  void tellsWhyATextFollowsAndTheTextTellsWhatItFollows() {
    tuco.relay().hasNoIMessageFor(ADA);
    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();

    var text = tuco.message(id).progress().followUp().orElseThrow().messageId();
    assertThat(storyOf(id))
        .containsExactly(
            ACCEPTED,
            BEGUN,
            "sending->fallback by relay #1: Prospect's iMessage not available on " + ADA,
            "fallback->fallback by dispatch: A text follows it.");
    assertThat(storyOf(text))
        .containsExactly(
            "->pending by dispatch: It follows a message that did not reach the person.",
            BEGUN,
            "sending->sent by twilio #1: The provider took it.");
    assertThat(entriesOf(text).get(0).detail()).contains(id);
  }

  @Test
  void tellsOfEachPartThatLeft() {
    var id = tuco.submits(withFiles(aText("hello"), "a.png"));
    tuco.passes(Duration.ofMinutes(1));

    assertThat(storyOf(id))
        .containsExactly(
            ACCEPTED,
            BEGUN,
            "sending->sending by relay #1: The provider took one part of it.",
            "sending->sent by relay #1: The provider took it.");
  }

  @Test
  void tellsOfLateNewsAndReceipts() {
    var id = tuco.submits(anSms("hello"));
    tuco.runsDueWork();
    var reference = tuco.message(id).progress().externalId().orElseThrow();

    tuco.engine().lateNews().failed(reference, "Undelivered", false, tuco.now());
    var failed = storyOf(id);
    var delivered = tuco.submits(ofBob());
    tuco.passes(Duration.ofMinutes(1));
    var other = tuco.message(delivered).progress().externalId().orElseThrow();
    tuco.engine().lateNews().delivered(other, tuco.now(), tuco.now());

    assertThat(failed).endsWith("sent->failed by twilio: Undelivered");
    assertThat(storyOf(delivered)).endsWith("sent->delivered by relay: Delivered.");
  }

  @Test
  void tellsThatAnEarlierAttemptHadLeftAfterAll() {
    tuco.relay().refusesTheConnection();
    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();

    tuco.engine().lateNews().left(sendOf(id), 0, "ROW-1", tuco.now());

    assertThat(storyOf(id))
        .endsWith(
            "pending->sending by relay: An earlier attempt has left after all.",
            "sending->sent by relay #1: The provider took it.");
  }

  @Test
  void tellsOfCancellationsAndByWhom() {
    var cancelled = tuco.submits(aText("one"));
    tuco.engine().cancellations().to(tuco.workspace().id(), new PhoneNumber(ADA), tuco.now());
    var optedOut = tuco.submits(ofBob());
    tuco.engine()
        .optOuts()
        .enter(
            tuco.workspace().id(),
            Optional.empty(),
            Optional.of(new PhoneNumber(BOB)),
            Optional.empty(),
            tuco.now());
    var refused = tuco.submits(ofBob());

    assertThat(storyOf(cancelled))
        .containsExactly(ACCEPTED, "pending->cancelled by api: Cancelled by request.");
    assertThat(storyOf(optedOut))
        .containsExactly(ACCEPTED, "pending->cancelled by opt_out: Recipient opted out.");
    assertThat(storyOf(refused)).containsExactly("->failed by api: Recipient opted out.");
  }

  @Test
  void tellsOfAnOptOutThatWasFoundAfterTheIntent() {
    var id = tuco.submits(aText("hello"));
    tuco.stores().doNotContact().add(Requests.doNotContact(tuco.workspace().id(), ADA));
    tuco.runsDueWork();

    assertThat(storyOf(id))
        .containsExactly(
            ACCEPTED,
            BEGUN,
            "sending->pending by dispatch #1: It waits again.",
            "pending->cancelled by dispatch: Recipient is on the do-not-contact list.");
  }

  @Test
  void tellsThatTheOperatorTookTheLineAway() {
    var other = Fixtures.id(0x175);
    tuco.stores().lines().insert(Fixtures.aLine().withId(other).withPhone("+12025557001").build());
    var id = tuco.submits(aText("hello"));
    var first = tuco.message(id).origin().lineId().orElseThrow();

    tuco.engine().waiting().leaveLine(first, tuco.now());

    assertThat(storyOf(id))
        .containsExactly(ACCEPTED, "pending->pending by operator: Moved to another line.");
    assertThat(entriesOf(id))
        .extracting(entry -> entry.lineId().orElseThrow())
        .doesNotHaveDuplicates();
  }

  @Test
  void tellsOfAMailThatIsRepeatedOnce() {
    tuco.stores()
        .lines()
        .insert(
            Fixtures.aLine()
                .withId(Fixtures.id(0x76))
                .withoutPhone()
                .withEmail("clinic@example.com")
                .overMail(Fixtures.aMailAccount())
                .limitedTo(new LineLimits(500, 500, 0, Duration.ZERO))
                .build());
    tuco.mail().swallowsTheSend();
    var id = tuco.submits(aMailTo("ada@example.com", "hello"));
    tuco.passes(Duration.ofMinutes(16));

    assertThat(storyOf(id))
        .containsExactly(
            ACCEPTED,
            BEGUN,
            UNKNOWN,
            "sending->pending by dispatch #1: Temporary error; retry scheduled.",
            "pending->sending by dispatch #2: Attempt began.",
            "sending->sent by smtp #2: The provider took it.");
    assertThat(entriesOf(id).get(3).detail()).contains("Sent again although it may have left");
  }

  private static SubmitMessage ofBob() {
    return aTextTo(BOB, "hello");
  }
}
