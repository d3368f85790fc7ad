package io.tuco.connectors.ghl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.CrmHooks;
import io.tuco.core.crm.CrmHooks.Hook;
import io.tuco.core.crm.CrmNotice;
import io.tuco.core.crm.HookAnswer;
import io.tuco.core.crm.HookCall;
import io.tuco.core.crm.HookKeys;
import io.tuco.core.crm.HookReading;
import io.tuco.core.crm.SendOutcome;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.message.CrmIds;
import io.tuco.core.message.MessageStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What GHL calls us with: GHL contract, sections 5 and 6. */
final class GhlHooksTest {

  private static final GhlSigner SIGNER = new GhlSigner();
  private static final HookKeys KEYS =
      new HookKeys(Optional.of("location-1"), Optional.of("secret-1"));
  private static final HookKeys APP = new HookKeys(Optional.empty(), Optional.empty());

  private final CrmHooks hooks = hooks(Map.of());

  private static CrmHooks hooks(Map<String, String> more) {
    var settings = new HashMap<>(SIGNER.settings());
    settings.putAll(more);
    return new GhlConnectorProvider()
        .create(name -> Optional.ofNullable(settings.get(name)))
        .hooks()
        .orElseThrow();
  }

  private List<CrmNotice> heard(HookCall call, HookKeys keys) {
    return ((HookReading.Heard) hooks.read(call, keys)).notices();
  }

  private HookAnswer refused(HookCall call, HookKeys keys) {
    return ((HookReading.Refused) hooks.read(call, keys)).answer();
  }

  @Test
  void namesWhatItIsCalledBy() {
    assertThat(hooks.names())
        .containsExactly(
            new Hook("", true, false),
            new Hook("provider", false, false),
            new Hook("workflow", true, true));
  }

  /** GHL comes again after 429 alone. */
  @Test
  void answersSoThatGhlComesAgain() {
    assertThat(hooks.stored().status()).isEqualTo(200);
    assertThat(hooks.notStored(Duration.ofMillis(1_200)))
        .isEqualTo(
            new HookAnswer(
                429, Map.of("Retry-After", "2"), "{\"error\":\"Temporarily unavailable\"}"));
    assertThat(hooks.limited(Duration.ZERO))
        .isEqualTo(
            new HookAnswer(429, Map.of("Retry-After", "1"), "{\"error\":\"Too many requests\"}"));
    assertThat(hooks.unknownConnection())
        .isEqualTo(HookAnswer.of(401, "{\"error\":\"Unauthorized\"}"));
  }

  @Nested
  final class Events {

    private static final String CONTACT =
        """
        {"type":"%s","locationId":"location-1","id":"contact-1","firstName":"Ada",
         "lastName":"Lovelace","email":"a@example.com","phone":"+12025550100","tags":["vip"],
         "customFields":[{"id":"f1","value":"gold"}],"dnd":false,"source":"form",
         "dateAdded":"2027-03-12T11:59:59.000Z","timestamp":"%s","webhookId":"hook-1"}
        """;

    private String event(String type) {
      return CONTACT.formatted(type, Fixtures.NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ContactCreate", "ContactUpdate"})
    void readsAContact(String type) {
      var notice = heard(SIGNER.signed("", event(type)), KEYS).get(0);

      assertThat(notice)
          .isInstanceOfSatisfying(
              CrmNotice.ContactChanged.class,
              changed -> {
                assertThat(changed.id()).isEqualTo("hook-1");
                assertThat(changed.accountId()).isEqualTo("location-1");
                assertThat(changed.contact().id()).isEqualTo("contact-1");
                assertThat(changed.contact().phones()).containsExactly("+12025550100");
                assertThat(changed.contact().tags()).containsExactly("vip");
                assertThat(changed.contact().customFields()).isEqualTo(Map.of("f1", "gold"));
              });
    }

    @Test
    void readsTheOthersThatConcernUs() {
      assertThat(heard(SIGNER.signed("", event("ContactDndUpdate")), KEYS))
          .containsExactly(new CrmNotice.ContactTouched("hook-1", "location-1", "contact-1"));
      assertThat(heard(SIGNER.signed("", event("ContactDelete")), KEYS))
          .containsExactly(new CrmNotice.ContactRemoved("hook-1", "location-1", "contact-1"));
      assertThat(heard(SIGNER.signed("", event("UNINSTALL")), KEYS))
          .containsExactly(new CrmNotice.Uninstalled("hook-1", "location-1"));
    }

    @Test
    void takesAnUninstallWithoutLocationForThisConnection() {
      var body =
          "{\"type\":\"UNINSTALL\",\"appId\":\"a\",\"companyId\":\"c\",\"timestamp\":\""
              + Fixtures.NOW
              + "\",\"webhookId\":\"h\"}";

      assertThat(heard(SIGNER.signed("", body), KEYS))
          .containsExactly(new CrmNotice.Uninstalled("h", "location-1"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"INSTALL", "InboundMessage", "OutboundMessage", "OpportunityCreate", ""})
    void ignoresTheRest(String type) {
      assertThat(heard(SIGNER.signed("", event(type)), KEYS)).isEmpty();
    }

    @Test
    void ignoresOtherLocationsOfTheApp() {
      var other = event("ContactUpdate").replace("location-1", "location-2");

      assertThat(heard(SIGNER.signed("", other), KEYS)).isEmpty();
      assertThat(heard(SIGNER.signed("", other.replace("ContactUpdate", "UNINSTALL")), KEYS))
          .isEmpty();
      assertThat(heard(SIGNER.signed("", other), APP)).hasSize(1);
    }

    @Test
    void readsWhatStandsInData() {
      var body =
          "{\"type\":\"ContactCreate\",\"webhookId\":\"h\",\"timestamp\":\"%s\",\"data\":%s}"
              .formatted(Fixtures.NOW, "{\"id\":\"c\",\"locationId\":\"location-1\"}");

      assertThat(heard(SIGNER.signed("", body), KEYS)).hasSize(1);
    }

    @Test
    void namesAnEventWithoutAnIdAfterItsBytes() {
      var body = event("ContactDelete").replace("\"webhookId\":\"hook-1\"", "\"webhookId\":null");

      var first = heard(SIGNER.signed("", body), KEYS).get(0).id();

      assertThat(first).hasSize(64);
      assertThat(heard(SIGNER.signed("", body), KEYS).get(0).id()).isEqualTo(first);
      assertThat(heard(SIGNER.signed("", body + " "), KEYS).get(0).id()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"-300,true", "-301,false", "0,true", "300,true", "301,false", "-86400,false"})
    void takesOnlyWhatIsNew(int seconds, boolean taken) {
      var at = Fixtures.NOW.plusSeconds(seconds).toString();
      var call = SIGNER.signed("", CONTACT.formatted("ContactCreate", at));

      assertThat(hooks.read(call, KEYS) instanceof HookReading.Heard).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "yesterday"})
    void refusesWhatHasNoTime(String timestamp) {
      var call = SIGNER.signed("", CONTACT.formatted("ContactCreate", timestamp));

      assertThat(refused(call, KEYS).status()).isEqualTo(401);
    }

    @Test
    void heedsAnotherAge() {
      var at = Fixtures.NOW.minus(Duration.ofMinutes(70)).toString();
      var call = SIGNER.signed("", CONTACT.formatted("ContactCreate", at));

      assertThat(hooks(Map.of("webhook-age", "75m")).read(call, KEYS))
          .isInstanceOf(HookReading.Heard.class);
    }

    @Test
    void refusesStrangersBeforeReading() {
      var unsigned = GhlSigner.call("", "{".getBytes(UTF_8), Map.of());

      assertThat(refused(unsigned, KEYS))
          .isEqualTo(HookAnswer.of(401, "{\"error\":\"Unauthorized\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"ContactCreate\"", "{} {}"})
    void refusesWhatIsNoEvent(String body) {
      assertThat(refused(SIGNER.signed("", body), KEYS))
          .isEqualTo(
              HookAnswer.of(400, "{\"error\":\"Invalid JSON\",\"code\":\"VALIDATION_ERROR\"}"));
    }
  }

  @Nested
  final class Provider {

    private CrmNotice.SendWanted wanted(String body) {
      return (CrmNotice.SendWanted) heard(SIGNER.signed("provider", body), APP).get(0);
    }

    @Test
    void readsAText() {
      var wanted =
          wanted(
              """
              {"contactId":"contact-1","locationId":"location-1","messageId":"message-1",
               "type":"SMS","phone":"+12025550100","message":"Hi ☀",
               "attachments":["https://files.example/a.png",{"url":"https://files.example/b"}],
               "userId":"user-1"}
              """);

      var order = wanted.order();
      assertThat(wanted.id()).isEqualTo("ghl:message-1");
      assertThat(wanted.accountId()).isEqualTo("location-1");
      assertThat(order.idempotencyKey()).isEqualTo("ghl:message-1");
      assertThat(order.reference()).contains("message-1");
      assertThat(order.message()).contains("Hi ☀");
      assertThat(order.messageType()).isEmpty();
      assertThat(order.phone()).contains("+12025550100");
      assertThat(order.email()).isEmpty();
      assertThat(order.attachmentUrls())
          .containsExactly("https://files.example/a.png", "https://files.example/b");
      assertThat(order.crm())
          .isEqualTo(
              new CrmIds(
                  Optional.of("contact-1"),
                  Optional.of("location-1"),
                  Optional.empty(),
                  Optional.empty()));
      assertThat(hooks.answer(order, outcome("FAILED", false, "x")).status()).isEqualTo(200);
    }

    @Test
    void readsAnEmail() {
      var order =
          wanted(
                  """
                  {"contactId":"contact-1","locationId":"location-1","messageId":"message-1",
                   "type":"Email","emailTo":"a@example.com","emailFrom":"us@example.com",
                   "subject":"News","html":"<style>p{}</style><p>Dear Ada,</p><p>1 &lt; 2<br>Bye</p>"}
                  """)
              .order();

      assertThat(order.messageType()).contains("email");
      assertThat(order.email()).contains("a@example.com");
      assertThat(order.phone()).isEmpty();
      assertThat(order.subject()).contains("News");
      assertThat(order.message()).contains("Dear Ada,\n1 < 2\nBye");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"locationId\":\"l\"}", "{\"messageId\":\"m\"}", "{}"})
    void refusesAnOrderWithoutAName(String body) {
      assertThat(refused(SIGNER.signed("provider", body), APP).body())
          .isEqualTo(
              "{\"error\":\"locationId and messageId are required\","
                  + "\"code\":\"VALIDATION_ERROR\"}");
    }

    @Test
    void refusesStrangers() {
      var call = GhlSigner.call("provider", "{}".getBytes(UTF_8), Map.of());

      assertThat(refused(call, APP).status()).isEqualTo(401);
    }
  }

  @Nested
  final class Workflow {

    private static final String BODY =
        """
        {"contact_id":"contact-1","first_name":"Ada","last_name":"Lovelace",
         "full_name":"Ada Lovelace","email":"a@example.com","phone":"+12025550100",
         "tags":"vip,b","Favourite colour":"null","timezone":"America/New_York",
         "location":{"id":"location-1","name":"Shop"},"workflow":{"id":"w1","name":"Welcome"},
         "customData":%s}
        """;

    private HookCall call(String body, Optional<String> token) {
      return new HookCall(
          "workflow",
          "POST",
          "https://tuco.example/hooks/ghl/workflow/c1?token=secret-1",
          Map.of(),
          body.getBytes(UTF_8),
          token,
          Fixtures.NOW);
    }

    private HookCall custom(String data) {
      return call(BODY.formatted(data), Optional.of("secret-1"));
    }

    private CrmNotice.SendWanted wanted(HookCall call) {
      return (CrmNotice.SendWanted) heard(call, KEYS).get(0);
    }

    @Test
    void readsTheStandardBody() {
      var order =
          wanted(
                  custom(
                      "{\"message\":\"Hi {{x}}\",\"messageType\":\"SMS\",\"fromLineId\":\"l1\","
                          + "\"sendFallbackSmsOnFailed\":\"true\",\"idempotencyKey\":\"k1\"}"))
              .order();

      assertThat(order.idempotencyKey()).isEqualTo("ghl-workflow:k1");
      assertThat(order.message()).contains("Hi {{x}}");
      assertThat(order.messageType()).contains("sms");
      assertThat(order.fromLineId()).contains("l1");
      assertThat(order.fallbackSmsOnFailed()).contains(true);
      assertThat(order.phone()).contains("+12025550100");
      assertThat(order.email()).contains("a@example.com");
      assertThat(order.recipientName()).contains("Ada Lovelace");
      assertThat(order.crm().ghlContactId()).contains("contact-1");
      assertThat(order.crm().ghlLocationId()).contains("location-1");
      assertThat(order.reference()).isEmpty();
    }

    @Test
    void takesTheWordNullForNothing() {
      var order =
          wanted(
                  custom(
                      "{\"message\":\"Hi\",\"messageType\":\"null\",\"fromLineId\":\"null\","
                          + "\"sendFallbackSmsOnFailed\":\"null\",\"idempotencyKey\":\"null\"}"))
              .order();

      assertThat(order.messageType()).isEmpty();
      assertThat(order.fromLineId()).isEmpty();
      assertThat(order.fallbackSmsOnFailed()).isEmpty();
      assertThat(order.idempotencyKey()).hasSize("ghl-workflow:".length() + 64);
    }

    @Test
    void namesAnOrderAfterWorkflowContactTextAndTime() {
      var same = custom("{\"message\":\"Hi\"}");
      var later =
          new HookCall(
              same.hook(),
              same.method(),
              same.url(),
              Map.of(),
              same.body(),
              same.token(),
              Fixtures.NOW.plus(Duration.ofMinutes(10)));
      var others =
          Stream.of("w1", "contact-1")
              .map(id -> BODY.formatted("{\"message\":\"Hi\"}").replace(id, id + "x"))
              .map(body -> call(body, Optional.of("secret-1")));
      var calls =
          Stream.concat(Stream.of(same, later, custom("{\"message\":\"Hi!\"}")), others).toList();

      assertThat(wanted(same).id()).isEqualTo(wanted(custom("{\"message\":\"Hi\"}")).id());
      assertThat(calls.stream().map(call -> wanted(call).id()).distinct()).hasSize(5);
    }

    @Test
    void knowsAnOrderThatCameShortlyBefore() {
      var now = custom("{\"message\":\"Hi\"}");
      var before =
          new HookCall(
              now.hook(),
              now.method(),
              now.url(),
              Map.of(),
              now.body(),
              now.token(),
              Fixtures.NOW.minus(Duration.ofMinutes(9)));

      var earlier = wanted(now).order().earlier().orElseThrow();

      assertThat(earlier.idempotencyKey()).isEqualTo(wanted(before).order().idempotencyKey());
      assertThat(earlier.since()).isEqualTo(Fixtures.NOW.minus(Duration.ofMinutes(10)));
      assertThat(wanted(custom("{\"message\":\"Hi\",\"idempotencyKey\":\"k1\"}")).order().earlier())
          .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"message\":\"\"}", "{\"message\":\"null\"}", "[]"})
    void refusesAnOrderWithoutAText(String data) {
      assertThat(refused(custom(data), KEYS))
          .isEqualTo(
              HookAnswer.of(
                  400,
                  "{\"error\":\"customData.message is required\",\"code\":\"VALIDATION_ERROR\"}"));
    }

    @Test
    void refusesAnotherLocation() {
      var other = BODY.formatted("{\"message\":\"Hi\"}").replace("location-1", "location-2");

      assertThat(refused(call(other, Optional.of("secret-1")), KEYS).status()).isEqualTo(400);
    }

    @Test
    void needsNoLocationInTheBody() {
      var body = "{\"phone\":\"+12025550100\",\"customData\":{\"message\":\"Hi\"}}";

      assertThat(wanted(call(body, Optional.of("secret-1"))).accountId()).isEqualTo("location-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "secret-1 ", "SECRET-1", "null"})
    void refusesAWrongToken(String token) {
      var body = BODY.formatted("{\"message\":\"Hi\"}");

      assertThat(refused(call(body, Optional.of(token)), KEYS))
          .isEqualTo(hooks.unknownConnection());
      assertThat(refused(call(body, Optional.empty()), KEYS)).isEqualTo(hooks.unknownConnection());
      assertThat(refused(call(body, Optional.of(token)), APP)).isEqualTo(hooks.unknownConnection());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        nullValues = "-",
        value = {
          "PENDING | false | -    | 200 | \"success\":true,\"skipped\":false,\"messageId\":\"m1\",\"status\":\"pending\"",
          "PENDING | true  | -    | 200 | \"success\":true,\"skipped\":true,\"messageId\":\"m1\"",
          "-       | true  | -    | 200 | \"success\":true,\"skipped\":true",
          "-       | false | Nope | 400 | \"success\":false,\"skipped\":false,\"duplicateOnly\":false,\"error\":\"Nope\""
        })
    void answersWhatAWorkflowCanBranchBy(
        String status, boolean skipped, String error, int http, String part) {
      var order = wanted(custom("{\"message\":\"Hi\"}")).order();

      var answer = hooks.answer(order, outcome(status, skipped, error));

      assertThat(answer.status()).isEqualTo(http);
      assertThat(answer.body()).contains(part).contains("\"ghlContactId\":\"contact-1\"");
    }
  }

  private static SendOutcome outcome(String status, boolean skipped, String error) {
    var known = Optional.ofNullable(status).map(MessageStatus::valueOf);
    return new SendOutcome(
        known.map(any -> "m1"),
        known,
        skipped,
        false,
        Optional.empty(),
        Optional.ofNullable(error));
  }
}
