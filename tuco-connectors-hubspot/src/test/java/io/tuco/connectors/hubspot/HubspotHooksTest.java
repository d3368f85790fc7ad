package io.tuco.connectors.hubspot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.connectors.hubspot.fake.FakeHooks;
import io.tuco.core.crm.CrmHooks;
import io.tuco.core.crm.CrmHooks.Hook;
import io.tuco.core.crm.CrmNotice;
import io.tuco.core.crm.HookAnswer;
import io.tuco.core.crm.HookCall;
import io.tuco.core.crm.HookKeys;
import io.tuco.core.crm.HookReading;
import io.tuco.core.crm.SendOrder;
import io.tuco.core.message.CrmIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HubSpot calls us with (HubSpot contract, sections 6 and 7). */
final class HubspotHooksTest {

  private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
  private static final String URL = "https://tuco.example/hooks/hubspot/action/c1";
  private static final Instant NOW = Instant.parse("2027-03-12T12:00:00Z");
  private static final HookKeys OURS = new HookKeys(Optional.of("62515"), Optional.empty());
  private static final HookKeys NOBODYS = new HookKeys(Optional.empty(), Optional.empty());
  private static final HookAnswer UNAUTHORIZED = HookAnswer.of(401, "{\"error\":\"Unauthorized\"}");

  private final Desk desk = new Desk().set("client-secret", SECRET);
  private final CrmHooks hooks = desk.connector().hooks().orElseThrow();

  @Test
  void namesItsHooks() {
    assertThat(hooks.names())
        .containsExactly(new Hook("action", true, false), new Hook("events", false, false));
  }

  @Test
  void readsAnAction() {
    var body =
        FakeHooks.action(
            "62515",
            "ap-1-2-3",
            "101",
            Map.of(
                "phone", "(202) 555-0100",
                "mobilephone", "+12025550101",
                "email", "ann@example.com",
                "firstname", "Ann",
                "lastname", "Smith"),
            Map.of(
                "message", "Hello {{firstName}}",
                "messageType", "imessage",
                "fromLineId", "l1",
                "sendFallbackSmsOnFailed", "true",
                "waitForResult", "true"));

    assertThat(heard(action(body)))
        .containsExactly(
            new CrmNotice.SendWanted(
                "hs:62515:ap-1-2-3",
                "62515",
                new SendOrder(
                    "hs:62515:ap-1-2-3",
                    Optional.of("Hello {{firstName}}"),
                    Optional.empty(),
                    Optional.of("imessage"),
                    Optional.of("(202) 555-0100"),
                    Optional.of("ann@example.com"),
                    Optional.of("Ann Smith"),
                    Optional.of("l1"),
                    Optional.of(true),
                    List.of(),
                    new CrmIds(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("101"),
                        Optional.of("62515")),
                    Optional.of("ap-1-2-3"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'inputFields':{'message':'a'},'fields':{'message':'b'} | a",
        "'inputFields':{'message':' '},'fields':{'message':'b'} | b",
        "'fields':{'message':'b'}                               | b",
        "'inputFields':{'message':42}                           | 42",
        "'inputFields':{'message':null}                         | -",
        "'inputFields':{'message':{'a':1}}                      | -",
        "'inputFields':'text'                                   | -",
      })
  void takesInputFieldsBeforeFields(String fields, String message) {
    assertThat(order(fields).message().orElse("-")).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true",
    "'''true''', true",
    "'''TRUE''', true",
    "false, false",
    "'''no''', false",
    "null, false",
    "1, false",
  })
  void waitsOnlyWhenItIsAskedTo(String value, boolean waits) {
    var order = order("'inputFields':{'waitForResult':" + value + "}");

    assertThat(order.reference().isPresent()).isEqualTo(waits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'phone':'+12025550100','mobilephone':'+12025550101' | +12025550100",
        "'phone':'','mobilephone':'+12025550101'             | +12025550101",
        "'phone':null,'mobilephone':'+12025550101'           | +12025550101",
        "'email':'a@example.com'                             | -",
      })
  void takesThePhoneBeforeTheMobilePhone(String properties, String phone) {
    var order = order("'object':{'objectId':1,'properties':{" + properties + "}}");

    assertThat(order.phone().orElse("-")).isEqualTo(phone);
  }

  @ParameterizedTest
  @CsvSource({
    "'''CONTACT''', 101",
    "'''contact''', 101",
    "'''0-1''', 101",
    "null, 101",
    "'''COMPANY''', -",
    "'''DEAL''', -",
  })
  void linksContactsAlone(String type, String contact) {
    var order = order("'object':{'objectId':101,'objectType':" + type + "}");

    assertThat(order.crm().hsContactId().orElse("-")).isEqualTo(contact);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{'callbackId':'x'}",
        "{'origin':{'portalId':62515}}",
        "{'callbackId':'','origin':{'portalId':62515}}",
        "not json",
        "{'callbackId':'x'",
      })
  void refusesWhatIsNoAction(String body) {
    var reading = read("action", body.replace('\'', '"'), OURS);

    assertThat(((HookReading.Refused) reading).answer().status()).isEqualTo(400);
  }

  /** Whose portal it is must be the connection's: wrong, missing and unsigned look alike. */
  @Test
  void refusesAnActionOfAnotherPortal() {
    var body = "{\"callbackId\":\"x\",\"origin\":{\"portalId\":1}}";

    assertThat(read("action", body, OURS)).isEqualTo(new HookReading.Refused(UNAUTHORIZED));
    assertThat(read("action", body, NOBODYS)).isEqualTo(new HookReading.Refused(UNAUTHORIZED));
    assertThat(hooks.read(unsigned("action", body), OURS))
        .isEqualTo(new HookReading.Refused(UNAUTHORIZED));
    assertThat(hooks.unknownConnection()).isEqualTo(UNAUTHORIZED);
  }

  /** The signature is asked about before anything is read. */
  @Test
  void refusesTheUnsignedBeforeItReads() {
    for (var hook : List.of("action", "events")) {
      assertThat(hooks.read(unsigned(hook, "not json"), OURS))
          .isEqualTo(new HookReading.Refused(UNAUTHORIZED));
    }
  }

  @Test
  void refusesEverythingWithoutASecret() {
    var closed = new Desk().connector().hooks().orElseThrow();
    var body = FakeHooks.event("62515", 1, "contact.creation", "101", "CRM_UI");
    var call = call("events", FakeHooks.v1("", body), body);

    assertThat(closed.read(call, NOBODYS)).isEqualTo(new HookReading.Refused(UNAUTHORIZED));
  }

  @ParameterizedTest
  @CsvSource({
    "contact.creation, CRM_UI, ContactTouched",
    "contact.propertyChange, CRM_UI, ContactTouched",
    "contact.propertyChange, IMPORT, ContactTouched",
    "contact.propertyChange, INTEGRATION, -",
    "contact.creation, integration, -",
    "contact.deletion, CRM_UI, ContactRemoved",
    "contact.deletion, INTEGRATION, ContactRemoved",
    "company.creation, CRM_UI, -",
    "contact.associationChange, CRM_UI, -",
  })
  void readsEvents(String type, String source, String notice) {
    var notices = heard(events(FakeHooks.event("62515", 7, type, "101", source)));

    assertThat(notices)
        .extracting(each -> each.getClass().getSimpleName())
        .isEqualTo(notice.equals("-") ? List.of() : List.of(notice));
    assertThat(notices)
        .allMatch(each -> each.id().equals("hs:62515:7:12345"))
        .allMatch(each -> each.accountId().equals("62515"));
  }

  @ParameterizedTest
  @CsvSource({"54321, true", "99, false"})
  void ignoresOurOwnAppsWritesAlone(String writer, boolean isOwn) {
    var body =
        FakeHooks.event("62515", 7, "contact.propertyChange", "101", "INTEGRATION")
            .replace("\"appId\"", "\"sourceId\":\"" + writer + "\",\"appId\"");

    assertThat(heard(events(body)).isEmpty()).isEqualTo(isOwn);
  }

  @Test
  void takesTheNameOfOurWritesFromTheSettings() {
    var named =
        new Desk()
            .set("client-secret", SECRET)
            .set("change-source", "TUCO, API")
            .connector()
            .hooks()
            .orElseThrow();
    for (var source : List.of("tuco", "API")) {
      var body = FakeHooks.event("62515", 7, "contact.creation", "101", source);
      assertThat(named.read(call("events", FakeHooks.v1(SECRET, body), body), NOBODYS))
          .isEqualTo(new HookReading.Heard(List.of()));
    }
  }

  @Test
  void keepsTheOrderAndLeavesOutWhatIsNoEvent() {
    var first = FakeHooks.event("62515", 1, "contact.creation", "101", "CRM_UI");
    var last = FakeHooks.event("62515", 2, "contact.deletion", "102", "CRM_UI");
    var body =
        first.substring(0, first.length() - 1)
            + ",7,null,{\"portalId\":62515},"
            + last.substring(1);

    assertThat(heard(events(body)))
        .extracting(CrmNotice::id)
        .containsExactly("hs:62515:1:12345", "hs:62515:2:12345");
  }

  @Test
  void refusesEventsThatAreNoArray() {
    var reading = read("events", "{}", NOBODYS);

    assertThat(((HookReading.Refused) reading).answer().status()).isEqualTo(400);
  }

  @Test
  void asksHubspotToComeAgain() {
    assertThat(hooks.stored()).isEqualTo(HookAnswer.of(200, "{}"));
    assertThat(hooks.limited(Duration.ofMillis(1_200)))
        .isEqualTo(
            new HookAnswer(429, Map.of("Retry-After", "2"), "{\"error\":\"Rate limit exceeded\"}"));
    assertThat(hooks.notStored(Duration.ZERO))
        .isEqualTo(new HookAnswer(503, Map.of("Retry-After", "1"), "{\"error\":\"Not stored\"}"));
  }

  private SendOrder order(String members) {
    var body = "{'callbackId':'x','origin':{'portalId':62515}," + members + "}";
    var notice = heard(action(body.replace('\'', '"'))).get(0);
    return ((CrmNotice.SendWanted) notice).order();
  }

  private HookReading action(String body) {
    return read("action", body, OURS);
  }

  private HookReading events(String body) {
    return hooks.read(call("events", FakeHooks.v1(SECRET, body), body), NOBODYS);
  }

  private HookReading read(String hook, String body, HookKeys keys) {
    return hooks.read(call(hook, FakeHooks.v2(SECRET, "POST", URL, body), body), keys);
  }

  private static List<CrmNotice> heard(HookReading reading) {
    assertThat(reading).isInstanceOf(HookReading.Heard.class);
    return ((HookReading.Heard) reading).notices();
  }

  private static HookCall unsigned(String hook, String body) {
    return call(hook, Map.of(), body);
  }

  private static HookCall call(String hook, Map<String, String> headers, String body) {
    return new HookCall(hook, "POST", URL, headers, body.getBytes(UTF_8), Optional.empty(), NOW);
  }
}
