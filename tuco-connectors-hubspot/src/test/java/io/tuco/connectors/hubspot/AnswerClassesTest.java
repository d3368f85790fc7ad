package io.tuco.connectors.hubspot;

import static io.tuco.core.fixture.Fixtures.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.connectors.hubspot.fake.FakeFault;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.crm.ContactWanted;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmFailure.Kind;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.SendOutcome;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class of answer for every operation: what each comes to, as one table. */
final class AnswerClassesTest {

  /** What a dialogue may come to: it ended well, or a kind of failure. */
  private static final String ENDED = "ENDED";

  /** An operation, the call of it that the fault strikes, and the faults that it knows better. */
  private record Operation(
      String name,
      String call,
      boolean isRepeatable,
      Function<Desk, Dialogue<?>> dialogue,
      Map<FakeFault, String> own) {}

  private static final List<FakeFault> REFUSALS =
      List.of(FakeFault.BAD_REQUEST, FakeFault.FORBIDDEN, FakeFault.MISSING, FakeFault.CONFLICT);

  private static List<Operation> operations() {
    return List.of(
        new Operation(
            "verify",
            "GET /account-info",
            true,
            desk -> desk.connector().verify(desk.context()),
            Map.of()),
        new Operation(
            "fetch",
            "GET /crm/v3/objects/contacts/101",
            true,
            desk -> desk.connector().contacts().fetch(desk.context(), "101"),
            Map.of()),
        new Operation(
            "owner's e-mail",
            "GET /crm/v3/owners/7",
            true,
            desk -> desk.connector().contacts().ownerEmail(desk.context(), "7"),
            all(REFUSALS, ENDED)),
        new Operation(
            "opt-out",
            "PATCH /crm/v3/objects/contacts/101",
            true,
            desk -> desk.connector().contacts().markOptOut(desk.context(), "101", true),
            Map.of()),
        new Operation(
            "match by id",
            "GET /crm/v3/objects/contacts/101",
            true,
            desk -> match(desk, aLead().build(), Optional.of("101")),
            Map.of(FakeFault.MISSING, ENDED)),
        new Operation(
            "match by e-mail",
            "POST /crm/v3/objects/contacts/batch/upsert",
            true,
            desk -> match(desk, aLead().withoutPhone().withEmail("bo@example.com").build(), "e"),
            Map.of(FakeFault.PARTIAL, Kind.LATER.name())),
        new Operation(
            "match by phone",
            "POST /crm/v3/objects/contacts/search",
            true,
            desk -> match(desk, aLead().build(), Optional.empty()),
            Map.of()),
        new Operation(
            "create",
            "POST /crm/v3/objects/contacts$",
            false,
            desk -> match(desk, aLead().withPhone("+12025550177").build(), Optional.empty()),
            Map.of()),
        new Operation(
            "fill",
            "PATCH /crm/v3/objects/contacts/101",
            true,
            desk -> match(desk, aLead().build(), Optional.of("101")),
            Map.of(FakeFault.BAD_REQUEST, ENDED, FakeFault.CONFLICT, ENDED)),
        new Operation(
            "communication",
            "POST /crm/v3/objects/communications",
            false,
            desk -> log(desk, MessageType.IMESSAGE, false),
            all(REFUSALS, ENDED)),
        new Operation(
            "note",
            "POST /crm/v3/objects/notes",
            false,
            desk -> log(desk, MessageType.EMAIL, false),
            Map.of()),
        new Operation(
            "look before writing",
            "GET /crm/v4/objects/contacts/101/associations",
            true,
            desk -> log(desk, MessageType.IMESSAGE, true),
            Map.of()),
        new Operation(
            "timeline event",
            "POST /integrators/timeline/v3/events",
            true,
            desk -> log(desk.withOption("timelineTemplateId", "77"), MessageType.IMESSAGE, false),
            Map.of(FakeFault.CONFLICT, ENDED)),
        new Operation(
            "completion",
            "POST /automation/v4/actions/callbacks/ap-1/complete",
            true,
            AnswerClassesTest::report,
            // 204 has no body that could break off.
            Map.of(FakeFault.MISSING, ENDED, FakeFault.TRUNCATED, ENDED)),
        new Operation(
            "import, list",
            "GET /crm/v3/objects/contacts$",
            true,
            desk -> page(desk, Optional.empty()),
            Map.of()),
        new Operation(
            "import, search",
            "POST /crm/v3/objects/contacts/search",
            true,
            desk -> page(desk, Optional.of(Instant.EPOCH.plusSeconds(1_000))),
            Map.of()),
        new Operation(
            "refresh",
            "POST /oauth/2026-03/token",
            true,
            desk ->
                desk.connector().oauth().orElseThrow().refresh(desk.context(), refreshToken(desk)),
            all(REFUSALS, Kind.FORBIDDEN.name())),
        new Operation(
            "code",
            "POST /oauth/2026-03/token",
            false,
            desk ->
                desk.connector()
                    .oauth()
                    .orElseThrow()
                    .exchange(desk.context(), "code-1", Optional.empty()),
            all(REFUSALS, Kind.FORBIDDEN.name())));
  }

  private static Map<FakeFault, String> all(List<FakeFault> faults, String end) {
    var ends = new EnumMap<FakeFault, String>(FakeFault.class);
    faults.forEach(fault -> ends.put(fault, end));
    return ends;
  }

  static List<Arguments> table() {
    var rows = new ArrayList<Arguments>();
    for (var operation : operations()) {
      for (var fault : FakeFault.values()) {
        var end = operation.own().getOrDefault(fault, usual(fault, operation.isRepeatable()));
        if (!end.isEmpty()) {
          rows.add(Arguments.of(operation.name(), fault, end, operation));
        }
      }
    }
    return rows;
  }

  /** What a fault that stays comes to; empty for one that is no answer to that operation. */
  private static String usual(FakeFault fault, boolean isRepeatable) {
    return switch (fault) {
      case BAD_REQUEST, MISSING, CONFLICT -> Kind.REFUSED.name();
      case FORBIDDEN -> Kind.FORBIDDEN.name();
      case UNAUTHORIZED -> Kind.UNAUTHORIZED.name();
      case LIMITED, LIMITED_SECONDLY, LIMITED_DAILY, LOCKED -> Kind.LATER.name();
      case PARTIAL -> "";
      default -> isRepeatable ? Kind.LATER.name() : Kind.UNKNOWN.name();
    };
  }

  @ParameterizedTest(name = "{0}: {1} comes to {2}")
  @MethodSource("table")
  void comesTo(String name, FakeFault fault, String end, Operation operation) {
    var desk = desk();
    var dialogue = operation.dialogue().apply(desk);
    desk.hubspot.fault(fault, operation.call(), 100);

    var held = desk.held(dialogue);

    assertThat(word(held)).isEqualTo(end);
    assertThat(desk.hubspot.violations()).isEmpty();
    assertThat(desk.hubspot.requests())
        .anyMatch(request -> request.fault().filter(fault::equals).isPresent());
    failure(held).ifPresent(AnswerClassesTest::saysNothingPrivate);
  }

  @ParameterizedTest(name = "{0}: {1} once")
  @MethodSource("passing")
  void isOverWhenThePauseIs(String name, FakeFault fault, Operation operation) {
    var desk = desk();
    var dialogue = operation.dialogue().apply(desk);
    desk.hubspot.fault(fault, operation.call(), 1);

    assertThat(word(desk.held(dialogue))).isEqualTo(ENDED);
  }

  static List<Arguments> passing() {
    return operations().stream()
        .flatMap(
            operation ->
                List.of(FakeFault.LIMITED, FakeFault.LIMITED_SECONDLY, FakeFault.LOCKED).stream()
                    .map(fault -> Arguments.of(operation.name(), fault, operation)))
        .toList();
  }

  private static Desk desk() {
    var desk =
        new Desk()
            .set("client-id", "client-1")
            .set("client-secret", "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy")
            .withCustomField("opted_out", "optedOut")
            .withOption("optOutProperty", "opted_out");
    desk.hubspot
        .withOwner(Desk.PORTAL, "7", "ann@acme.example")
        .withTemplate(Desk.PORTAL, "77")
        .withCallback(Desk.PORTAL, "ap-1")
        .withCode("code-1", Desk.PORTAL)
        .addContact(Desk.PORTAL, Map.of("phone", "+12025550100"));
    return desk;
  }

  private static Dialogue<?> match(Desk desk, Lead lead, Optional<String> id) {
    var address = new PhoneNumber(lead.addresses().phone().orElseThrow().value());
    return desk.connector()
        .contacts()
        .match(
            desk.context(),
            new ContactWanted(lead, address, id, Optional.empty(), Optional.empty()));
  }

  private static Dialogue<?> match(Desk desk, Lead lead, String byEmail) {
    return desk.connector()
        .contacts()
        .match(
            desk.context(),
            new ContactWanted(
                lead,
                lead.addresses().email().orElseThrow(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  private static Dialogue<?> log(Desk desk, MessageType channel, boolean mayBeLogged) {
    return desk.connector()
        .activities()
        .log(desk.context(), Activities.sent(channel, "Hello"), mayBeLogged);
  }

  private static Dialogue<?> report(Desk desk) {
    var outcome =
        new SendOutcome(
            Optional.of("m1"),
            Optional.of(MessageStatus.SENT),
            false,
            false,
            Optional.empty(),
            Optional.empty());
    return desk.connector().activities().report(desk.context(), "ap-1", outcome);
  }

  private static Dialogue<?> page(Desk desk, Optional<Instant> since) {
    return desk.connector()
        .contactImport()
        .orElseThrow()
        .page(desk.context(), since, Optional.empty());
  }

  private static String refreshToken(Desk desk) {
    var oauth = desk.connector().oauth().orElseThrow();
    return desk.done(oauth.exchange(desk.context(), "code-1", Optional.empty()))
        .refreshToken()
        .orElseThrow();
  }

  private static String word(Dialogue.End<?> end) {
    return failure(end).map(failure -> failure.kind().name()).orElse(ENDED);
  }

  private static Optional<CrmFailure> failure(Dialogue.End<?> end) {
    return end instanceof Dialogue.Broken<?> broken
        ? Optional.of(broken.failure())
        : Optional.empty();
  }

  /** HubSpot's own sentences quote addresses. */
  private static void saysNothingPrivate(CrmFailure failure) {
    assertThat(failure.reason()).isNotBlank().doesNotContain("@", "+1202", "pat-1", "yyyy");
  }
}
