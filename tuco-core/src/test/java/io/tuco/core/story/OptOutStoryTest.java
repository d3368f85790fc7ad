package io.tuco.core.story;

import static io.tuco.core.story.Requests.ADA;
import static io.tuco.core.story.Requests.BOB;
import static io.tuco.core.story.Requests.aText;
import static io.tuco.core.story.Requests.aTextTo;
import static io.tuco.core.story.Requests.adaWithSecondPhone;
import static io.tuco.core.story.Requests.anSms;
import static io.tuco.core.story.Requests.doNotContact;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.event.EventName;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.harness.FakeRelay;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.InboundMessage;
import io.tuco.core.intake.InboundMessage.Belonging;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.lead.DoNotContact.Source;
import io.tuco.core.lead.Lead;
import io.tuco.core.line.Line;
import io.tuco.core.line.LineLimits;
import io.tuco.core.message.Content;
import io.tuco.core.message.Heard.Kind;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Reasons;
import io.tuco.core.workspace.Access;
import io.tuco.core.workspace.AnswerTexts;
import io.tuco.core.workspace.Workspace;
import io.tuco.core.workspace.WorkspaceChange;
import io.tuco.core.workspace.WorkspaceChange.RateLimitsChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person says STOP, and hears one confirmation and no more (section 9; settled answer 23). */
final class OptOutStoryTest {

  private static final String SECOND = "+12025550101";
  private static final PhoneNumber ADAS = new PhoneNumber(ADA);
  private static final AnswerTexts TEXTS = AnswerTexts.standard();

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");
  private int texts;

  private Message hears(String text) {
    return hears(MessageType.IMESSAGE, ADAS, text);
  }

  private Message hears(MessageType type, PhoneNumber from, String text) {
    texts++;
    var lead = tuco.stores().leads().findByAddress(tuco.workspace().id(), from).map(Lead::id);
    var inbound =
        new InboundMessage(
            tuco.workspace().id(),
            type,
            from,
            Content.text(text),
            "IN-" + texts,
            tuco.now(),
            new Belonging(Optional.of(tuco.line().id()), lead, Optional.empty()));
    var message = inbound.received(tuco.now(), "cor-" + texts);
    tuco.stores().messages().insert(message, Optional.empty(), List.of());
    return message;
  }

  private Kind takes(Message inbound) {
    return tuco.engine().optOutReplies().takeAsWritten(inbound, tuco.now()).kind();
  }

  private Message says(String text) {
    var inbound = hears(text);
    takes(inbound);
    tuco.passes(Duration.ofMinutes(2));
    return tuco.message(inbound.id());
  }

  private List<String> toAda() {
    return tuco.relay().textsTo(ADA).stream().map(FakeRelay.Sent::text).toList();
  }

  private List<DoNotContact> entries(PhoneNumber... phones) {
    return tuco.stores().doNotContact().find(tuco.workspace().id(), List.of(phones));
  }

  private List<OutboxEvent> optOutEvents(String workspaceId) {
    return tuco.stores().messages().undrained(100).stream()
        .filter(box -> box.workspaceId().equals(workspaceId))
        .map(Outbox::events)
        .flatMap(List::stream)
        .filter(event -> event.name() == EventName.CONTACT_OPTED_OUT)
        .toList();
  }

  @Test
  void hearsOneConfirmationAndNothingMore() {
    tuco.submits(SubmitMessage.text("first", adaWithSecondPhone(SECOND)));
    tuco.passes(Duration.ofMinutes(2));
    var waiting = tuco.submits(aText("waiting"));

    var stop = hears("Stop!");
    takes(stop);
    var later = tuco.submits(aText("later"));
    tuco.passes(Duration.ofHours(1));

    assertThat(toAda()).containsExactly("first", TEXTS.confirmation());
    assertThat(tuco.message(waiting).status()).isEqualTo(MessageStatus.CANCELLED);
    assertThat(tuco.message(waiting).progress().reason()).contains(Reasons.OPTED_OUT);
    assertThat(tuco.message(later).status()).isEqualTo(MessageStatus.FAILED);
    assertThat(entries(ADAS, new PhoneNumber(SECOND)))
        .hasSize(2)
        .allMatch(entry -> entry.source() == Source.OPT_OUT);
    assertThat(optOutEvents(tuco.workspace().id()))
        .extracting(OutboxEvent::seq)
        .containsExactly(1L);
    assertThat(tuco.message(stop.id()).timeline().history().entries())
        .last()
        .matches(entry -> entry.detail().equals(Optional.of("STOP; cancelled: 1")));
  }

  @Test
  void isTakenOnceHoweverOftenItComes() {
    tuco.submits(aText("first"));
    var stop = hears("stop");
    takes(stop);
    tuco.passes(Duration.ofMinutes(2));
    var noted = tuco.message(stop.id());
    var events = optOutEvents(tuco.workspace().id());
    var entries = entries(ADAS);

    for (var repeat = 0; repeat < 3; repeat++) {
      tuco.passes(Duration.ofHours(20));
      assertThat(takes(stop)).isEqualTo(Kind.STOP);
    }
    tuco.passes(Duration.ofMinutes(2));

    assertThat(tuco.message(stop.id())).isEqualTo(noted);
    assertThat(optOutEvents(tuco.workspace().id())).isEqualTo(events);
    assertThat(entries(ADAS)).isEqualTo(entries);
    assertThat(toAda()).containsExactly(TEXTS.confirmation());
  }

  @Test
  void confirmsNoRepeat() {
    for (var text : List.of("stop", "STOP", "unsubscribe", "stop texting me")) {
      says(text);
    }

    assertThat(toAda()).containsExactly(TEXTS.confirmation());
    assertThat(optOutEvents(tuco.workspace().id())).hasSize(1);
  }

  // The second STOP cancels what waits; the confirmation of the first waits too.
  @Test
  void keepsTheConfirmationThatIsOnItsWay() {
    takes(hears("stop"));
    takes(hears("STOP NOW"));
    tuco.passes(Duration.ofMinutes(2));

    assertThat(toAda()).containsExactly(TEXTS.confirmation());
  }

  @Test
  void confirmsInSpiteOfCapsAndAheadOfTheQueue() {
    tuco.lineIsLimitedTo(new LineLimits(1, 1, 1, Duration.ZERO));
    tuco.submits(aTextTo(BOB, "takes the day"));
    tuco.passes(Duration.ofMinutes(1));
    var used = tuco.stores().lanes().find(tuco.line().laneId()).orElseThrow();
    tuco.submits(aTextTo(BOB, "must wait"));

    says("stop");

    var lane = tuco.stores().lanes().find(tuco.line().laneId()).orElseThrow();
    assertThat(toAda()).containsExactly(TEXTS.confirmation());
    assertThat(lane.usageOf(tuco.line().id())).isEqualTo(used.usageOf(tuco.line().id()));
  }

  @Test
  void goesOnlyToTheAddressThatWrote() {
    tuco.submits(SubmitMessage.text("first", adaWithSecondPhone(SECOND)));
    tuco.passes(Duration.ofMinutes(2));

    takes(hears(MessageType.IMESSAGE, new PhoneNumber(SECOND), "stop"));
    tuco.passes(Duration.ofMinutes(5));

    assertThat(toAda()).containsExactly("first");
    assertThat(tuco.relay().textsTo(SECOND)).hasSize(1);
  }

  @Test
  void worksInAReadOnlyWorkspaceAndSaysWhatTheWorkspaceChose() {
    tuco.workspaceBecomes(
        workspace -> readOnly(workspace, new AnswerTexts("Bye.", "", "Hi again.")));

    says("stop");
    says("help");
    says("start");

    assertThat(toAda()).containsExactly("Bye.", "Hi again.");
    assertThat(entries(ADAS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "UNSTOP", "Yes!"})
  void comesBackByAWord(String word) {
    says("stop");

    var back = says(word);
    var id = tuco.submits(aText("welcome"));
    tuco.passes(Duration.ofMinutes(2));

    assertThat(entries(ADAS)).isEmpty();
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
    assertThat(toAda()).containsExactly(TEXTS.confirmation(), TEXTS.start(), "welcome");
    assertThat(takes(back)).isEqualTo(Kind.START);
    tuco.passes(Duration.ofMinutes(2));
    assertThat(toAda()).hasSize(3);
  }

  // The provider may report an old text once more.
  @Test
  void isNotOvertakenByAnOldStart() {
    says("stop");
    var start = says("start");
    says("stop");

    takes(start);

    assertThat(entries(ADAS)).hasSize(1);
    assertThat(optOutEvents(tuco.workspace().id()))
        .extracting(OutboxEvent::seq)
        .containsExactly(1L, 2L);
  }

  @Test
  void isNotUndoneByAnOldStop() {
    var stop = says("stop");
    says("start");

    takes(stop);

    assertThat(entries(ADAS)).isEmpty();
  }

  @Test
  void doesNotLiftWhatAnOperatorEntered() {
    tuco.stores().doNotContact().add(doNotContact(tuco.workspace().id(), ADA));

    says("stop");
    says("start");
    says("help");

    assertThat(entries(ADAS)).extracting(DoNotContact::source).containsExactly(Source.MANUAL);
    assertThat(toAda()).isEmpty();
  }

  @Test
  void takesYesForAnAnswerWhereNobodyOptedOut() {
    var yes = says("Yes");

    assertThat(yes.content().heard()).isEmpty();
    assertThat(toAda()).isEmpty();
  }

  @Test
  void helpsOnceADayAlsoAfterAnOptOut() {
    says("stop");
    says("help");
    says("INFO");
    tuco.passes(Duration.ofHours(23));
    says("help");
    assertThat(toAda()).containsExactly(TEXTS.confirmation(), TEXTS.help());

    tuco.passes(Duration.ofHours(2));
    says("help");

    assertThat(toAda()).containsExactly(TEXTS.confirmation(), TEXTS.help(), TEXTS.help());
  }

  @Test
  void endsATalkOfTwoMachines() {
    for (var turn = 0; turn < 50; turn++) {
      says("stop");
      says("start");
      says("help");
    }

    assertThat(toAda())
        .containsExactlyInAnyOrder(TEXTS.confirmation(), TEXTS.start(), TEXTS.help());
  }

  @Test
  void leavesADoubtfulTextToPeople() {
    var waiting = tuco.submits(aText("waiting"));
    var inbound = hears("not interested");

    assertThat(takes(inbound)).isEqualTo(Kind.DOUBTFUL);
    assertThat(takes(inbound)).isEqualTo(Kind.DOUBTFUL);
    tuco.passes(Duration.ofMinutes(2));

    var noted = tuco.message(inbound.id());
    assertThat(noted.content().heard().orElseThrow().needsReview()).isTrue();
    assertThat(noted.timeline().history().entries()).hasSize(2);
    assertThat(tuco.message(waiting).status()).isEqualTo(MessageStatus.SENT);
    assertThat(entries(ADAS)).isEmpty();
  }

  @Test
  void doesWhatTheCarrierUnderstoodAndLetsItAnswer() {
    tuco.workspaceBecomes(Requests::withTexts);
    var waiting = tuco.submits(anSms("waiting"));
    var replies = tuco.engine().optOutReplies();

    replies.takeAsCarrierSays(hears(MessageType.SMS, ADAS, "ARRET"), "STOP", tuco.now());
    tuco.passes(Duration.ofMinutes(2));

    assertThat(tuco.message(waiting).status()).isEqualTo(MessageStatus.CANCELLED);
    assertThat(entries(ADAS)).hasSize(1);
    replies.takeAsCarrierSays(hears(MessageType.SMS, ADAS, "x"), "HELP", tuco.now());
    replies.takeAsCarrierSays(hears(MessageType.SMS, ADAS, "x"), "START", tuco.now());
    tuco.passes(Duration.ofMinutes(2));
    assertThat(entries(ADAS)).isEmpty();
    assertThat(tuco.twilio().sent()).isEmpty();
  }

  @Test
  void answersATextByText() {
    tuco.workspaceBecomes(Requests::withTexts);

    takes(hears(MessageType.SMS, ADAS, "stop"));
    tuco.passes(Duration.ofMinutes(2));

    assertThat(tuco.twilio().sent()).hasSize(1);
    assertThat(tuco.relay().sent()).isEmpty();
  }

  @Test
  void bindsEveryWorkspaceThatWroteFromTheDeviceLately() {
    var lately = neighbour("org_lately", 0xa1);
    var longAgo = neighbour("org_long_ago", 0xa2);
    neighbour("org_never", 0xa3);
    tuco.tries(longAgo, aText("long ago"));
    tuco.passes(Duration.ofDays(29));
    tuco.tries(lately, aText("lately"));
    tuco.passes(Duration.ofDays(2));
    tuco.submits(aText("ours"));
    tuco.passes(Duration.ofMinutes(2));
    tuco.tries(lately, SubmitMessage.text("theirs", adaWithSecondPhone(SECOND)));

    takes(hears("stop"));
    tuco.passes(Duration.ofMinutes(5));

    assertThat(toAda()).containsExactly("long ago", "lately", "ours", TEXTS.confirmation());
    assertThat(entriesOf("org_lately")).hasSize(1);
    assertThat(entriesOf("org_long_ago")).isEmpty();
    assertThat(entriesOf("org_never")).isEmpty();
    assertThat(optOutEvents("org_lately")).hasSize(1);
    assertThat(optOutEvents("org_long_ago")).isEmpty();
  }

  private List<DoNotContact> entriesOf(String workspaceId) {
    return tuco.stores().doNotContact().find(workspaceId, List.of(ADAS));
  }

  /** Another workspace with a line on the same device. */
  private Access neighbour(String workspaceId, int number) {
    var workspace = Fixtures.aWorkspace().withId(workspaceId).build();
    Line line =
        Fixtures.aLine()
            .withId(Fixtures.id(number))
            .inWorkspace(workspaceId)
            .onDevice(tuco.device().id())
            .withPhone("+120255502" + number % 100)
            .build();
    tuco.stores().workspaces().insert(workspace);
    tuco.stores().lines().insert(line);
    return new Access(Fixtures.anApiKey().inWorkspace(workspaceId).build(), workspace);
  }

  @Test
  void actsOnTheLinkOfAMailAsOnAText() {
    var mail = new EmailAddress("ada@example.com");
    var sent = tuco.submits(aText("first"));
    tuco.passes(Duration.ofMinutes(2));
    var waiting = tuco.submits(aText("waiting"));
    var lead = tuco.message(sent).origin().leadId();

    for (var click = 0; click < 2; click++) {
      tuco.engine().optOutReplies().takeClick(tuco.workspace().id(), lead, mail, sent, tuco.now());
      tuco.passes(Duration.ofMinutes(2));
    }

    assertThat(tuco.message(waiting).status()).isEqualTo(MessageStatus.CANCELLED);
    assertThat(entries(ADAS)).hasSize(1);
    assertThat(optOutEvents(tuco.workspace().id()).stream().map(OutboxEvent::id).distinct())
        .hasSize(1);
    assertThat(toAda()).containsExactly("first");
  }

  private static Workspace readOnly(Workspace workspace, AnswerTexts texts) {
    return new WorkspaceChange(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(true),
            Optional.empty(),
            RateLimitsChange.none(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(texts),
            Optional.empty())
        .appliedTo(workspace, Fixtures.NOW);
  }
}
