package io.tuco.connectors.ghl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.connectors.ghl.fake.SpecJudge;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.crm.ConnectionMapping;
import io.tuco.core.crm.ContactMatch;
import io.tuco.core.crm.ContactWanted;
import io.tuco.core.crm.CrmActivity;
import io.tuco.core.crm.CrmActivity.Kind;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.DialogueRun;
import io.tuco.core.crm.SendOutcome;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.Prism;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The second judge: every kind of request under Prism, which also reads the forms of the token
 * calls, and answers with the files' own examples.
 */
@Timeout(value = 400, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("slow")
final class PrismTest {

  private static Prism prism;

  private final GhlWorld world =
      new GhlWorld(Map.of("client-id", "client-1", "client-secret", "client-secret"));
  private final PrismTransport transport = new PrismTransport(prism, world.connector);

  @BeforeAll
  static void start() throws Exception {
    prism =
        Prism.of(
            SpecJudge.file("contacts.json"),
            SpecJudge.file("conversations.json"),
            SpecJudge.file("conversations.lenient.json"),
            SpecJudge.file("locations.json"),
            SpecJudge.file("oauth.json"));
  }

  @AfterAll
  static void stop() {
    if (prism != null) {
      prism.close();
    }
  }

  private <T> Dialogue.End<T> hold(Dialogue<T> dialogue) {
    var end = new AtomicReference<Dialogue.End<T>>();
    DialogueRun.hold(dialogue, transport, end::set);
    return Optional.ofNullable(end.get()).orElseThrow();
  }

  private CrmContext context() {
    return world
        .mapped(
            new ConnectionMapping(
                Map.of(), Map.of("f1", "plan"), Map.of("conversationProviderId", "p1")))
        .context();
  }

  private ContactWanted wanted() {
    return new ContactWanted(
        Fixtures.aLead().withEverything().build(),
        new PhoneNumber("+12025550100"),
        Optional.empty(),
        Optional.of("user-1"),
        Optional.empty());
  }

  private static CrmActivity activity(Kind kind) {
    return new CrmActivity(
        "m1",
        kind,
        "m1",
        "contact-1",
        MessageType.IMESSAGE,
        Fixtures.UNICODE,
        Optional.empty(),
        List.of("https://files.example/a.png"),
        Fixtures.NOW);
  }

  private Stream<Dialogue<?>> everything() {
    var ghl = world.connector;
    var outcome =
        new SendOutcome(
            Optional.of("m1"),
            Optional.of(MessageStatus.FAILED),
            false,
            false,
            Optional.empty(),
            Optional.of("No."));
    return Stream.of(
        ghl.verify(context()),
        ghl.contacts().match(context(), wanted()),
        ghl.contacts().fetch(context(), "contact-1"),
        ghl.contacts().markOptOut(context(), "contact-1", true),
        ghl.contacts().markOptOut(context(), "contact-1", false),
        ghl.activities().log(context(), activity(Kind.SENT), false),
        ghl.activities().log(context(), activity(Kind.SENT), true),
        ghl.activities().log(context(), activity(Kind.REPLY), true),
        ghl.activities().log(context(), activity(Kind.FAILED), true),
        ghl.activities().report(context(), "message-1", outcome),
        ghl.activities().reportRead(context(), "message-1"),
        ghl.oauth().orElseThrow().exchange(context(), "c", Optional.of("https://tuco.example/b")),
        ghl.oauth().orElseThrow().refresh(context(), "r"));
  }

  @Test
  void asksAsTheFilesAllow() {
    everything().forEach(this::hold);

    assertThat(transport.asked()).hasSizeGreaterThan(15);
    assertThat(transport.violations()).isEmpty();
  }

  @Test
  void asksAsTheFilesAllowAlsoForALocationsToken() {
    transport.prefers("code=200");
    var form = Map.of("companyId", "c", "locationId", "l");
    hold(
        Asking.of(
            new GhlCalls(Map.of("oauth", "2021-07-28"))
                .form("/oauth/locationToken", form, Optional.of("agency")),
            json -> Dialogue.ended(GhlJson.text(json, "access_token"))));

    assertThat(transport.violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'code=429, example=burst', LATER", "'code=403, example=forbidden', FORBIDDEN",
    "'code=401', UNAUTHORIZED", "'code=500, example=internal', LATER"
  })
  void takesTheFilesErrorsForWhatTheyAre(String prefer, CrmFailure.Kind kind) {
    transport.prefers(prefer);

    assertThat(hold(world.connector.contacts().fetch(context(), "contact-1")))
        .isInstanceOfSatisfying(
            Dialogue.Broken.class, broken -> assertThat(broken.failure().kind()).isEqualTo(kind));
    assertThat(transport.violations()).isEmpty();
  }

  @Test
  void findsTheFilesContact() {
    transport.prefers("code=200, example=found");

    var email = new EmailAddress("sample@example.com");
    assertThat(
            hold(
                world
                    .connector
                    .contacts()
                    .match(
                        context(),
                        new ContactWanted(
                            Fixtures.aLead().build(),
                            email,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()))))
        .isEqualTo(Dialogue.ended(new ContactMatch("seD4PfOuKoVMLkEZqohJ", false)));
  }

  /** The canary: without it, a judge that has fallen asleep would not be noticed. */
  @Test
  void wouldNoticeABrokenRequest() {
    var broken =
        new GhlCalls(Map.of("contacts", "2021-07-28"))
            .once("POST", "/contacts/upsert", GhlJson.object().put("nickname", "x"));

    hold(Asking.of(broken, json -> Dialogue.ended("")));

    assertThat(String.join("", transport.violations())).contains("locationId");
  }
}
