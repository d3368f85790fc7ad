package io.tuco.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tuco.core.SortableIds;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.fixture.ApiKeyBuilder;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.intake.AttachmentWords;
import io.tuco.core.intake.RecipientWords;
import io.tuco.core.intake.RejectionCode;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.intake.SubmissionResult.Accepted;
import io.tuco.core.intake.SubmissionResult.Rejected;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.intake.WindowWords;
import io.tuco.core.message.CrmIds;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import io.tuco.core.workspace.Access;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal of the send call, its words and its rank (API contract 2.4, settled answer 20). */
final class MessageIntakeTest {

  private static final String LINE = Fixtures.id(0x71);
  private static final String INACTIVE_LINE = Fixtures.id(0x72);
  private static final String FOREIGN_LINE = Fixtures.id(0x73);
  private static final String SECOND_LINE = Fixtures.id(0x74);

  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private final Stores stores = new InMemoryStores();
  private final SortableIds ids = new SortableIds(clock, new Random(7));
  private final MessageIntake intake =
      new MessageIntake(stores, ids, event -> "{}", Fixtures.attachmentUrls(), clock);

  @BeforeEach
  void storesOneLineOnOneHealthyDevice() {
    stores.workspaces().insert(Fixtures.aWorkspace().build());
    stores.devices().insert(Fixtures.aDevice().build());
    stores.lines().insert(Fixtures.aLine().build());
    stores
        .lines()
        .insert(
            Fixtures.aLine().withId(INACTIVE_LINE).withPhone("+12025550172").inactive().build());
    stores
        .lines()
        .insert(
            Fixtures.aLine()
                .withId(FOREIGN_LINE)
                .inWorkspace(Fixtures.OTHER_WORKSPACE)
                .withPhone("+12025550173")
                .build());
  }

  private SubmissionResult submit(Words words) {
    return submit(words, Fixtures.anApiKey());
  }

  private SubmissionResult submit(Words words, ApiKeyBuilder key) {
    var access = new Access(key.build(), Fixtures.aWorkspace().build());
    return intake.submit(new Submission(access, words.build(), "app_1"));
  }

  private long stored() {
    return stores
        .messages()
        .page(Fixtures.WORKSPACE, MessageFilter.everything(), PageRequest.first())
        .totalCount();
  }

  /** A request that would be accepted, until something in it is spoiled. */
  private static final class Words {

    private Optional<String> text = Optional.of("Hi");
    private Optional<String> subject = Optional.empty();
    private Optional<String> type = Optional.empty();
    private RecipientWords recipient = RecipientWords.nobody().withPhone("+12025550100");
    private AttachmentWords attachments = AttachmentWords.none();
    private String date = "2027-03-13T12:00:00Z";
    private Optional<String> zone = Optional.of("Europe/Berlin");
    private String start = "09:00";
    private Optional<String> end = Optional.of("17:00");
    private List<Object> days = List.of(1, 2);
    private Optional<String> line = Optional.of(LINE);
    private boolean fallback;

    SubmitMessage build() {
      return new SubmitMessage(
          text,
          subject,
          type,
          recipient,
          attachments,
          new WindowWords(Optional.of(date), zone, Optional.of(start), end, days),
          line,
          Optional.of(fallback),
          Optional.empty(),
          Optional.empty(),
          CrmIds.none());
    }

    Words mail(String about) {
      type = Optional.of("email");
      subject = Optional.of(about);
      return this;
    }

    Words attached(String... urls) {
      attachments =
          new AttachmentWords(true, Stream.of(urls).map(Optional::of).toList(), List.of());
      return this;
    }
  }

  private record Spoiled(RejectionCode code, String error, UnaryOperator<Words> how) {
    @Override
    public String toString() {
      return error;
    }
  }

  private static Spoiled spoiled(RejectionCode code, String error, Consumer<Words> how) {
    return new Spoiled(
        code,
        error,
        words -> {
          how.accept(words);
          return words;
        });
  }

  /** One way into each refusal, first rank first; each spoils a part that no other one touches. */
  private static List<Spoiled> ranked() {
    return List.of(
        spoiled(
            RejectionCode.INVALID_MESSAGE_TYPE,
            "Invalid messageType. Must be email, sms, or imessage",
            words -> words.type = Optional.of("fax")),
        spoiled(
            RejectionCode.TOO_MANY_ATTACHMENTS,
            "Maximum 2 attachments per message",
            words -> words.attached("https://a.example", "https://b.example", "nonsense")),
        spoiled(
            RejectionCode.MESSAGE_TOO_LONG,
            "Message is too long",
            words -> words.text = Optional.of("x".repeat(20_001))),
        spoiled(
            RejectionCode.INVALID_CHARACTERS,
            "Invalid characters in subject",
            words -> words.mail("Hello\r\nBcc: eve@example.com")),
        spoiled(
            RejectionCode.INVALID_FIELD,
            "Invalid recipientPhone",
            words -> words.recipient = words.recipient.withPhone("12")),
        spoiled(
            RejectionCode.LEAD_NOT_FOUND,
            "Lead not found or access denied",
            words -> words.recipient = words.recipient.withLead("nonsense")),
        spoiled(
            RejectionCode.INVALID_SCHEDULED_DATE,
            "Invalid scheduledDate format",
            words -> words.date = "tomorrow"),
        spoiled(
            RejectionCode.INVALID_TIME_FORMAT,
            "Invalid time format. sendWindowStart and sendWindowEnd must be in HH:mm format (e.g.,"
                + " 09:00, 17:00)",
            words -> words.start = "9am"),
        spoiled(
            RejectionCode.INVALID_WINDOW,
            "Invalid timezone or time window settings. Please check your timezone and time format.",
            words -> words.zone = Optional.of("EST")),
        spoiled(
            RejectionCode.FALLBACK_NOT_CONFIGURED,
            "sendFallbackSmsOnFailed is true but fallback SMS is not configured. Configure fallback"
                + " in workspace settings (Settings → Fallback) or set sendFallbackSmsOnFailed to"
                + " false.",
            words -> words.fallback = true),
        spoiled(
            RejectionCode.LINE_NOT_FOUND,
            "Line not found or access denied",
            words -> words.line = Optional.of(FOREIGN_LINE)));
  }

  /** Other ways into refusals, which share a part of the request with one of the ranked ones. */
  private static Stream<Spoiled> others() {
    return Stream.of(
        spoiled(
            RejectionCode.EMPTY_CONTENT,
            "Message and attachmentUrls cannot both be empty",
            words -> words.text = Optional.of(" ")),
        spoiled(
            RejectionCode.EMPTY_CONTENT,
            "Message and attachmentUrls cannot both be empty",
            words -> words.text = Optional.empty()),
        spoiled(
            RejectionCode.ATTACHMENTS_NOT_AN_ARRAY,
            "attachmentUrls must be an array",
            words -> words.attachments = new AttachmentWords(false, List.of(), List.of())),
        spoiled(
            RejectionCode.INVALID_ATTACHMENT_URL,
            "Invalid attachment URL",
            words -> words.attached("ftp://a.example/x.png")),
        spoiled(
            RejectionCode.INVALID_CHARACTERS,
            "Invalid characters in recipientName",
            words -> words.mail("Hello").recipient = words.recipient.withName("Ada\n")),
        spoiled(
            RejectionCode.INVALID_CHARACTERS,
            "Invalid characters in attachmentNames",
            words ->
                words.mail("Hello").attachments =
                    new AttachmentWords(
                        true, List.of(Optional.of("https://a.example/x")), List.of("a\u2028.pdf"))),
        spoiled(
            RejectionCode.INVALID_FIELD,
            "Invalid recipientEmail",
            words -> words.recipient = RecipientWords.nobody().withEmail("a@")),
        spoiled(
            RejectionCode.RECIPIENT_MISSING,
            "Either recipientEmail or recipientPhone is required (in body or on the lead when"
                + " leadId is provided).",
            words -> words.recipient = RecipientWords.nobody()),
        spoiled(
            RejectionCode.INVALID_WINDOW,
            "Invalid timezone or time window settings. Please check your timezone and time format.",
            words -> words.end = Optional.empty()),
        spoiled(
            RejectionCode.INVALID_WINDOW,
            "Invalid timezone or time window settings. Please check your timezone and time format.",
            words -> words.end = Optional.of("09:00")),
        spoiled(
            RejectionCode.INVALID_WINDOW,
            "Invalid timezone or time window settings. Please check your timezone and time format.",
            words -> words.days = List.of(7)),
        spoiled(
            RejectionCode.INVALID_WINDOW,
            "Invalid timezone or time window settings. Please check your timezone and time format.",
            words -> words.zone = Optional.empty()),
        spoiled(
            RejectionCode.LINE_NOT_ACTIVE,
            "Line is not active",
            words -> words.line = Optional.of(INACTIVE_LINE)),
        spoiled(
            RejectionCode.LINE_CHANNEL_MISMATCH,
            "Line cannot send sms",
            words -> words.type = Optional.of("sms")),
        spoiled(
            RejectionCode.NO_ACTIVE_LINES,
            "No active lines in workspace. Add and activate a line, or provide fromLineId.",
            words -> {
              words.type = Optional.of("sms");
              words.line = Optional.empty();
            }));
  }

  static Stream<Spoiled> everyRefusal() {
    return Stream.concat(ranked().stream(), others());
  }

  @ParameterizedTest
  @MethodSource("everyRefusal")
  void refusesInTheDocumentedWordsAndStoresNothing(Spoiled spoiled) {
    var result = (Rejected) submit(spoiled.how().apply(new Words()));

    assertThat(result.rejection().message()).isEqualTo(spoiled.error());
    assertThat(result.rejection().code()).isEqualTo(spoiled.code());
    assertThat(stored()).isZero();
  }

  static Stream<Arguments> pairs() {
    var ranked = ranked();
    var pairs = new ArrayList<Arguments>();
    for (var first = 0; first < ranked.size(); first++) {
      for (var second = first + 1; second < ranked.size(); second++) {
        pairs.add(arguments(ranked.get(first), ranked.get(second)));
      }
    }
    return pairs.stream();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void namesTheRefusalOfTheHigherRank(Spoiled higher, Spoiled lower) {
    var result = (Rejected) submit(higher.how().apply(lower.how().apply(new Words())));

    assertThat(result.rejection().message()).isEqualTo(higher.error());
  }

  @Test
  void answersAnUnknownLeadBeforeAMissingRecipient() {
    var words = new Words();
    words.recipient = RecipientWords.nobody().withLead(Fixtures.id(9));

    var result = (Rejected) submit(words);

    assertThat(result.rejection().code()).isEqualTo(RejectionCode.LEAD_NOT_FOUND);
  }

  @Test
  void takesALineBreakInANameForWhatItIsWhereNoHeadIsWritten() {
    var words = new Words();
    words.recipient = words.recipient.withName("Ada\n");

    assertThat(submit(words)).isInstanceOf(Accepted.class);
  }

  @Test
  void takesBlankIdsForNone() {
    var words = new Words();
    words.recipient = words.recipient.withLead(" ");
    words.line = Optional.of("");

    assertThat(submit(words)).isInstanceOf(Accepted.class);
  }

  @Test
  void keepsAKeyToItsLines() {
    var key = Fixtures.anApiKey().forLines(SECOND_LINE);

    var named = (Rejected) submit(new Words(), key);
    var words = new Words();
    words.line = Optional.empty();
    var picked = (Rejected) submit(words, key);

    assertThat(named.rejection().code()).isEqualTo(RejectionCode.LINE_NOT_ACCESSIBLE);
    assertThat(picked.rejection().code()).isEqualTo(RejectionCode.NO_ACTIVE_LINES);
  }

  @Nested
  class OfAKnownPerson {

    @BeforeEach
    void storesTheLead() {
      stores
          .leads()
          .create(Fixtures.aLead().withPhone("+12025550100").withEmail("ada@example.com").build());
    }

    private String leadId() {
      return Fixtures.aLead().build().id();
    }

    @Test
    void saysThatTheAddressMatchedALead() {
      var accepted = (Accepted) submit(new Words());

      assertThat(accepted.duplicateLead()).isTrue();
      assertThat(accepted.message().origin().leadId()).contains(leadId());
    }

    @Test
    void copiesTheAddressesOfANamedLead() {
      var words = new Words();
      words.recipient = RecipientWords.nobody().withLead(leadId());

      var accepted = (Accepted) submit(words);

      assertThat(accepted.duplicateLead()).isFalse();
      assertThat(accepted.message().recipient().phone().orElseThrow().value())
          .isEqualTo("+12025550100");
      assertThat(accepted.message().recipient().email().map(EmailAddress::value))
          .contains("ada@example.com");
    }

    @Test
    void seesNoLeadOfAnotherWorkspace() {
      var foreign = Fixtures.id(0x1eae);
      stores
          .leads()
          .create(Fixtures.aLead().withId(foreign).inWorkspace(Fixtures.OTHER_WORKSPACE).build());
      var words = new Words();
      words.recipient = RecipientWords.nobody().withLead(foreign);

      var result = (Rejected) submit(words);

      assertThat(result.rejection().code()).isEqualTo(RejectionCode.LEAD_NOT_FOUND);
    }
  }

  // Sixteen of them at a lane's head would otherwise keep a message that may leave.
  @Test
  void keepsWhatWaitsForItsWindowOutOfTheLanesHead() {
    var words = new Words();
    words.date = "2027-03-12T11:00:00Z";
    words.start = "18:00";
    words.end = Optional.of("19:00");
    words.days = List.of();

    var accepted = (Accepted) submit(words);

    assertThat(accepted.message().status()).isEqualTo(MessageStatus.PENDING);
    assertThat(accepted.message().progress().reason()).contains(Reasons.OUTSIDE_WINDOW);
    assertThat(stores.messages().nextDue(accepted.laneId()))
        .contains(Instant.parse("2027-03-12T17:00:00Z"));
  }

  @Test
  void makesALeadForAStrangerAndSchedulesTheMessage() {
    var accepted = (Accepted) submit(new Words());

    assertThat(accepted.duplicateLead()).isFalse();
    assertThat(accepted.message().status()).isEqualTo(MessageStatus.SCHEDULED);
    assertThat(stored()).isOne();
  }
}
