package io.tuco.connectors.ghl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.connectors.ghl.fake.FakeFault;
import io.tuco.core.crm.CrmActivity;
import io.tuco.core.crm.CrmActivity.Kind;
import io.tuco.core.crm.CrmAnswer.Answered;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.LoggedActivity;
import io.tuco.core.crm.SendOutcome;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logging of GHL contract, section 3, and the report of section 6a. */
final class GhlActivitiesTest {

  private static final String OUT = "POST /conversations/messages";
  private static final String IN = "POST /conversations/messages/inbound";

  private final GhlWorld world = new GhlWorld();
  private String contact = "";

  @BeforeEach
  void aContact() {
    contact = world.ghl.addContact(GhlWorld.LOCATION, "{\"phone\":\"+12025550100\"}");
  }

  @AfterEach
  void asksOnlyWhatGhlsFilesAllow() {
    assertThat(world.ghl.violations()).isEmpty();
    assertThat(world.ghl.sentByGhl()).isZero();
  }

  private CrmActivity activity(Kind kind, MessageType channel, String text) {
    return new CrmActivity(
        "m1:" + kind,
        kind,
        "m1",
        contact,
        channel,
        text,
        kind == Kind.FAILED || kind == Kind.FALLBACK
            ? Optional.of("no iMessage there")
            : Optional.empty(),
        List.of(),
        world.clock.instant());
  }

  private Dialogue<LoggedActivity> logging(CrmActivity activity, boolean mayBeLogged) {
    return world.connector.activities().log(world.context(), activity, mayBeLogged);
  }

  private LoggedActivity log(CrmActivity activity) {
    return world.value(logging(activity, false));
  }

  private List<String> notes() {
    return world.ghl.notes(GhlWorld.LOCATION, contact);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SENT     | IMESSAGE | [Tuco imessage out] Hi ☀",
        "SENT     | SMS      | [Tuco sms out] Hi ☀",
        "SENT     | EMAIL    | [Tuco email out] Hi ☀",
        "REPLY    | IMESSAGE | [Tuco imessage in] Hi ☀",
        "FAILED   | SMS      | [Tuco sms out] Hi ☀#Failed: no iMessage there",
        "FALLBACK | IMESSAGE | [Tuco imessage out] Hi ☀#Not delivered on this channel: no iMessage there"
      })
  void writesANoteWithoutAProvider(Kind kind, MessageType channel, String note) {
    var logged = log(activity(kind, channel, "Hi ☀"));

    assertThat(logged).isEqualTo(new LoggedActivity("note-1", Optional.empty()));
    assertThat(notes()).containsExactly(note.replace('#', '\n'));
  }

  @ParameterizedTest
  @CsvSource({"FAILED,IMESSAGE", "FALLBACK,IMESSAGE", "SENT,EMAIL", "REPLY,EMAIL"})
  void writesANoteOfWhatAConversationCannotShow(Kind kind, MessageType channel) {
    world.withProvider();

    log(activity(kind, channel, "Hi"));

    assertThat(notes()).hasSize(1);
    assertThat(world.ghl.messages(GhlWorld.LOCATION)).isEmpty();
  }

  @Test
  void writesAttachmentsIntoTheNote() {
    var sent = activity(Kind.SENT, MessageType.IMESSAGE, "");
    var withFile =
        new CrmActivity(
            sent.id(),
            sent.kind(),
            sent.messageId(),
            contact,
            sent.channel(),
            "",
            Optional.empty(),
            List.of("https://files.example/a.png"),
            sent.at());

    log(withFile);

    assertThat(notes()).containsExactly("[Tuco imessage out]\nhttps://files.example/a.png");
  }

  @Test
  void logsASentTextInTheConversation() {
    world.withProvider();

    var logged = log(activity(Kind.SENT, MessageType.IMESSAGE, "Hi ☀"));

    assertThat(world.asked()).containsExactly(OUT);
    assertThat(world.ghl.messages(GhlWorld.LOCATION))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.path("id").asText()).isEqualTo(logged.recordId());
              assertThat(message.path("conversationId").asText())
                  .isEqualTo(logged.conversationId().orElseThrow());
              assertThat(message.path("body").asText()).isEqualTo("Hi ☀");
              assertThat(message.path("direction").asText()).isEqualTo("outbound");
              assertThat(message.path("status").asText()).isEqualTo("delivered");
            });
    assertThat(world.ghl.echoes(GhlWorld.LOCATION))
        .singleElement()
        .satisfies(
            echo -> assertThat(echo.path("messageId").asText()).isEqualTo(logged.recordId()));
    assertThat(world.ghl.requests().get(0).body())
        .contains("\"type\":\"SMS\"")
        .doesNotContain("subType", "direction");
  }

  @Test
  void logsAReplyInTheConversationThatItMakes() {
    world.withProvider();
    var at = world.clock.instant();
    world.clock.advance(Duration.ofSeconds(90));

    var reply = activity(Kind.REPLY, MessageType.IMESSAGE, "Yes");
    var logged =
        log(
            new CrmActivity(
                reply.id(),
                Kind.REPLY,
                "m1",
                contact,
                MessageType.IMESSAGE,
                "Yes",
                Optional.empty(),
                List.of("https://files.example/a.png"),
                at));

    assertThat(world.asked())
        .containsExactly("GET /conversations/search", "POST /conversations/", IN);
    assertThat(world.ghl.messages(GhlWorld.LOCATION))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.path("id").asText()).isEqualTo(logged.recordId());
              assertThat(message.path("direction").asText()).isEqualTo("inbound");
              assertThat(message.path("altId").asText()).isEqualTo("m1");
              assertThat(message.path("dateAdded").asText()).isEqualTo(at.toString());
              assertThat(message.path("attachments").toString())
                  .isEqualTo("[\"https://files.example/a.png\"]");
            });
    assertThat(world.ghl.requests().get(2).body()).doesNotContain("status", "direction");
  }

  @Test
  void usesTheConversationThatIsThere() {
    world.withProvider();
    log(activity(Kind.SENT, MessageType.IMESSAGE, "Hi"));

    var logged = log(activity(Kind.REPLY, MessageType.IMESSAGE, "Yes"));

    assertThat(world.asked()).containsExactly(OUT, "GET /conversations/search", IN);
    assertThat(world.ghl.messages(GhlWorld.LOCATION))
        .extracting(message -> message.path("conversationId").asText())
        .containsOnly(logged.conversationId().orElseThrow());
  }

  /** Its answer never comes, or is not to be believed: looked for, and logged once. */
  @ParameterizedTest
  @CsvSource({
    "TIMEOUT_AFTER,true",
    "ERROR_500_AFTER,true",
    "TRUNCATED,true",
    "TIMEOUT_BEFORE,true",
    "ERROR_500,true",
    "HTML_PAGE,true",
    "HTML_OK,true",
    "TIMEOUT_AFTER,false",
    "ERROR_500_AFTER,false",
    "TRUNCATED,false",
    "TIMEOUT_BEFORE,false",
    "ERROR_500,false",
    "HTML_PAGE,false",
    "HTML_OK,false"
  })
  void logsOnceWhateverHappensToTheAnswer(FakeFault fault, boolean inConversation) {
    if (inConversation) {
      world.withProvider();
    }
    for (var kind : List.of(Kind.SENT, Kind.REPLY)) {
      var activity = activity(kind, MessageType.IMESSAGE, "Hi " + kind);
      var write = !inConversation ? "POST /contacts/" : kind == Kind.SENT ? OUT : IN;
      world.fault(fault, write);

      assertThat(world.failure(logging(activity, false)).kind()).isEqualTo(CrmFailure.Kind.UNKNOWN);
      world.clock.advance(Duration.ofMinutes(3));
      world.value(logging(activity, true));
    }

    assertThat(inConversation ? world.ghl.messages(GhlWorld.LOCATION) : notes()).hasSize(2);
  }

  @Test
  void tellsAnEqualTextOfEarlierFromTheLostOne() {
    world.withProvider();
    log(activity(Kind.SENT, MessageType.IMESSAGE, "ok"));
    world.clock.advance(Duration.ofMinutes(5));
    var second = activity(Kind.SENT, MessageType.IMESSAGE, "ok");
    world.fault(FakeFault.TIMEOUT_BEFORE, OUT);

    assertThat(world.failure(logging(second, false)).kind()).isEqualTo(CrmFailure.Kind.UNKNOWN);
    world.value(logging(second, true));

    assertThat(world.ghl.messages(GhlWorld.LOCATION)).hasSize(2);
  }

  @Test
  void looksFurtherBackThanOnePage() {
    world.withProvider();
    var lost = activity(Kind.SENT, MessageType.IMESSAGE, "the lost one");
    world.fault(FakeFault.TIMEOUT_AFTER, OUT);
    world.failure(logging(lost, false));
    for (var i = 0; i < 150; i++) {
      world.clock.advance(Duration.ofSeconds(1));
      log(activity(Kind.SENT, MessageType.IMESSAGE, "n" + i));
    }

    world.value(logging(lost, true));

    assertThat(world.ghl.messages(GhlWorld.LOCATION)).hasSize(151);
  }

  @Test
  void findsANoteThatGhlHasPutTagsAround() {
    var notes = new Notes(new GhlCalls(Map.of()));
    var ask =
        (Dialogue.Ask<Optional<String>>)
            notes.find("c", "[Tuco sms out] a < b", world.clock.instant());
    var body =
        "{\"notes\":[{\"id\":\"n1\",\"body\":\"<p>[Tuco sms out] a &lt; b</p>\",\"dateAdded\":\""
            + world.clock.instant()
            + "\"}]}";

    assertThat(ask.next().apply(new Answered(200, Map.of(), body.getBytes(UTF_8))))
        .isEqualTo(Dialogue.ended(Optional.of("n1")));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "QUEUED,pending,-",
        "PENDING,pending,-",
        "SCHEDULED,pending,-",
        "SENDING,pending,-",
        "SENT,delivered,-",
        "DELIVERED,delivered,-",
        "FAILED,failed,No iMessage there.",
        "FALLBACK,failed,No iMessage there.",
        "CANCELLED,failed,No iMessage there.",
        "-,failed,No iMessage there."
      })
  void reportsWhatBecameOfAnOrder(MessageStatus status, String reported, String reason) {
    var order = world.ghl.addOrder(GhlWorld.LOCATION, contact, "Hi");
    var outcome =
        new SendOutcome(
            Optional.of("m1"),
            Optional.ofNullable(status),
            false,
            false,
            Optional.empty(),
            Optional.of("No iMessage there."));

    for (var times = 0; times < 2; times++) {
      world.value(world.connector.activities().report(world.context(), order, outcome));
    }

    var message = world.ghl.messages(GhlWorld.LOCATION).get(0);
    assertThat(message.path("status").asText()).isEqualTo(reported);
    assertThat(message.at("/error/message").asText(null)).isEqualTo(reason);
  }

  @Test
  void reportsThatItWasRead() {
    var order = world.ghl.addOrder(GhlWorld.LOCATION, contact, "Hi");

    world.value(world.connector.activities().reportRead(world.context(), order));

    assertThat(world.ghl.messages(GhlWorld.LOCATION).get(0).path("status").asText())
        .isEqualTo("read");
  }

  @Test
  void isDoneWithAnOrderThatGhlNoLongerKnows() {
    var outcome =
        new SendOutcome(
            Optional.empty(), Optional.empty(), true, false, Optional.empty(), Optional.empty());

    world.value(world.connector.activities().report(world.context(), "gone", outcome));

    assertThat(world.ghl.requests().get(0).body()).contains("sent to this person a moment ago");
    assertThat(world.connector.activities().showsByItself("gone")).isTrue();
  }
}
