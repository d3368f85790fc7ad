package io.tuco.connectors.ghl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.connectors.ghl.fake.FakeFault;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.crm.CrmActivity;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.SendOutcome;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every class of answer to every call: what it comes to when GHL goes on answering so. {@code ok}
 * is a dialogue that ends well all the same.
 */
final class AnswerClassesTest {

  private static final List<FakeFault> FAULTS =
      List.of(
          FakeFault.BAD_REQUEST,
          FakeFault.DUPLICATE,
          FakeFault.UNAUTHORIZED,
          FakeFault.FORBIDDEN,
          FakeFault.MISSING,
          FakeFault.CONFLICT,
          FakeFault.UNPROCESSABLE,
          FakeFault.LIMITED,
          FakeFault.LIMITED_RETRY_AFTER,
          FakeFault.DAY_USED_UP,
          FakeFault.ERROR_500,
          FakeFault.ERROR_503,
          FakeFault.TIMEOUT_BEFORE,
          FakeFault.HTML_PAGE,
          FakeFault.HTML_OK,
          FakeFault.TRUNCATED);

  private static final Map<String, String> KINDS =
      Map.of(
          "r",
          "REFUSED",
          "u",
          "UNAUTHORIZED",
          "f",
          "FORBIDDEN",
          "l",
          "LATER",
          "?",
          "UNKNOWN",
          "+",
          "ok");

  // In the order of FAULTS: 400 400-duplicate 401 403 404 409 422 | 429 429+ day | 500 503 |
  // silence | html 502,
  // html 200, truncated
  @ParameterizedTest
  @CsvSource({
    "verify,         GET /locations,                       rrufrrr lll ll l lll",
    "search,         GET /contacts/search/duplicate,       rruf+rr lll ll l lll",
    "upsert,         POST /contacts/upsert,                r+ufrrr lll ?? ? ??+",
    "fill,           PUT /contacts,                        +++++++ +++ ++ + +++",
    "tags,           POST /contacts/location1Contact1,     +++++++ +++ ++ + +++",
    "fetch,          GET /contacts/,                       rrufrrr lll ll l lll",
    "opt-out,        PUT /contacts/,                       ++ufr++ lll ll l lll",
    "note,           POST /contacts/,                      rrufrrr lll ?? ? ???",
    "outbound,       POST /conversations/messages,         rrufrrr lll ?? ? ???",
    "conversation,   GET /conversations/search,            rrufrrr lll ll l lll",
    "inbound,        POST /conversations/messages/inbound, rrufrrr lll ?? ? ???",
    "report,         PUT /conversations/messages,          rruf+rr lll ll l lll",
    "import,         POST /contacts/search,                rrufrrr lll ll l lll"
  })
  void comesToWhatIsToBeDone(String dialogue, String operation, String expected) {
    var row = expected.replace(" ", "");
    assertThat(row).hasSameSizeAs(FAULTS);
    for (var i = 0; i < FAULTS.size(); i++) {
      var world = new GhlWorld();
      var held = dialogue(world, dialogue);
      world.ghl.fault(FAULTS.get(i), operation, 100);

      var end = world.hold(held);

      assertThat(name(end)).as(FAULTS.get(i).name()).isEqualTo(KINDS.get(row.substring(i, i + 1)));
      assertThat(world.ghl.violations()).isEmpty();
    }
  }

  private static String name(Dialogue.End<?> end) {
    if (end instanceof Dialogue.Broken<?> broken) {
      assertThat(broken.failure().reason())
          .isNotBlank()
          .endsWith(".")
          .doesNotContain("+12025550100", "pit-1", "http");
      assertThat(
              broken.failure().notBefore().isEmpty()
                  || broken.failure().kind() == CrmFailure.Kind.LATER)
          .isTrue();
      return broken.failure().kind().name();
    }
    return "ok";
  }

  private static Dialogue<?> dialogue(GhlWorld world, String name) {
    var connector = world.connector;
    var contact =
        List.of("fetch", "opt-out", "note", "outbound", "conversation", "inbound", "report")
                .contains(name)
            ? world.ghl.addContact(GhlWorld.LOCATION, "{\"phone\":\"+12025550100\"}")
            : "";
    return switch (name) {
      case "verify" -> connector.verify(world.context());
      case "search", "upsert", "fill", "tags" ->
          world.matching(
              Fixtures.aLead().withEverything().build(), new PhoneNumber("+12025550100"));
      case "fetch" -> connector.contacts().fetch(world.context(), contact);
      case "opt-out" -> connector.contacts().markOptOut(world.context(), contact, true);
      case "note" ->
          connector
              .activities()
              .log(world.context(), activity(world, contact, CrmActivity.Kind.SENT), false);
      case "outbound" ->
          connector
              .activities()
              .log(
                  world.withProvider().context(),
                  activity(world, contact, CrmActivity.Kind.SENT),
                  false);
      case "conversation", "inbound" ->
          connector
              .activities()
              .log(
                  world.withProvider().context(),
                  activity(world, contact, CrmActivity.Kind.REPLY),
                  false);
      case "report" ->
          connector
              .activities()
              .report(
                  world.context(),
                  world.ghl.addOrder(GhlWorld.LOCATION, contact, "Hi"),
                  new SendOutcome(
                      Optional.of("m1"),
                      Optional.of(MessageStatus.SENT),
                      false,
                      false,
                      Optional.empty(),
                      Optional.empty()));
      case "import" ->
          connector
              .contactImport()
              .orElseThrow()
              .page(world.context(), Optional.empty(), Optional.empty());
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static CrmActivity activity(GhlWorld world, String contact, CrmActivity.Kind kind) {
    return new CrmActivity(
        "m1:" + kind,
        kind,
        "m1",
        contact,
        MessageType.IMESSAGE,
        "Hi",
        Optional.empty(),
        List.of(),
        world.clock.instant());
  }
}
