package io.tuco.camel.http.api;

import static io.tuco.camel.http.api.WorkspaceCalls.assertRefused;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aDevice;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.dispatch.Availability;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.engine.LookUps;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.workspace.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses have iMessage (API contract, section 6). */
final class AddressChecksTest extends DirectShelf {

  private static final String PATH = "/api/check-availability";
  private static final String FIND = "/api/check-availability-rr";
  private static final String QUOTA =
      "{\"error\":\"Daily availability check quota exhausted\",\"code\":\"RATE_LIMITED\"}";

  @ParameterizedTest
  @CsvSource({
    "%2B12025550100, +12025550100, +12025550100",
    "+442079460000, +442079460000, +442079460000",
    "(202)%20555-0100, (202) 555-0100, +12025550100",
    "Ada@Example.com, Ada@Example.com, ada@example.com"
  })
  void asksADeviceAboutOneAddress(String query, String said, String asked) {
    var answer = get("?address=" + query);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("{\"success\":true,\"available\":true,\"address\":\"" + said + "\"}");
    assertThat(asked()).containsExactly(asked);
  }

  @Test
  void saysNoWhereTheDeviceDoes() {
    answering(Availability.UNAVAILABLE);

    assertThat(get("?address=ada@example.com").body())
        .isEqualTo("{\"success\":true,\"available\":false,\"address\":\"ada@example.com\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?address=", "?address=%20%20", "?phone=%2B12025550100"})
  void wantsAnAddress(String query) {
    assertRefused(
        get(query),
        400,
        "{\"error\":\"Address parameter is required (phone or email)\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void wantsAPhoneOrAnEmail() {
    assertRefused(
        get("?address=12"), 400, "{\"error\":\"Invalid address\",\"code\":\"VALIDATION_ERROR\"}");
    assertThat(asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"UNANSWERED", "UNREACHABLE"})
  void failsWhereTheDeviceGivesNoAnswer(Availability silence) {
    answering(silence);

    assertRefused(
        get("?address=ada@example.com"),
        500,
        "{\"error\":\"Internal server error\",\"code\":\"INTERNAL_ERROR\",\"reason\":\"The device gave no answer.\"}");
  }

  @Test
  void failsWhereNoDeviceCanLookUp() {
    world.stores().devices().updateHealth(id(0xd1), SenderHealth.unknown());

    assertRefused(
        get("?address=ada@example.com"),
        500,
        "{\"error\":\"Internal server error\",\"code\":\"INTERNAL_ERROR\","
            + "\"reason\":\"No healthy line can check availability.\"}");
    assertThat(asked()).isEmpty();
  }

  @Test
  void usesUpSeventyOfALineAndNoMore() {
    useUp();

    var answer = get("?address=ada@example.com");
    var many = post("{\"addresses\":[\"ada@example.com\",\"ben@example.com\"]}");
    var found = find("{\"emails\":[\"ada@example.com\"]}");

    assertRefused(answer, 429, QUOTA);
    assertRefused(many, 429, QUOTA);
    assertRefused(
        found,
        429,
        "{\"available\":false,\"reason\":\"Daily availability check quota exhausted\"}");
    assertThat(List.of(answer, many, found))
        .allSatisfy(each -> assertThat(each.headers()).containsEntry("Retry-After", "3600"));
    assertThat(asked()).hasSize(LookUps.PER_DAY);
  }

  @Test
  void asksAboutManyInTheirOrderAndSaysWhichItCouldNot() {
    mock()
        .whenAnyExchangeReceived(
            exchange -> {
              var check = exchange.getMessage().getBody(DispatchCommand.Check.class);
              exchange
                  .getMessage()
                  .setBody(
                      switch (check.address().value()) {
                        case "no@example.com" -> Availability.UNAVAILABLE;
                        case "silent@example.com" -> Availability.UNANSWERED;
                        default -> Availability.AVAILABLE;
                      });
            });

    var answer =
        post("{\"addresses\":[\"no@example.com\",\"+12025550100\",\"12\",\"silent@example.com\"]}");

    assertThat(answer.body())
        .isEqualTo(
            "{\"success\":true,\"results\":["
                + "{\"address\":\"no@example.com\",\"available\":false},"
                + "{\"address\":\"+12025550100\",\"available\":true},"
                + "{\"address\":\"12\",\"available\":false,\"status\":\"error\"},"
                + "{\"address\":\"silent@example.com\",\"available\":false,\"status\":\"error\"}"
                + "]}");
  }

  @Test
  void asksSeveralDevicesAtOnce() {
    world.stores().devices().insert(aDevice().withId(id(0xd2)).build());
    world
        .stores()
        .lines()
        .insert(aLine().withId(id(0x7f)).onDevice(id(0xd2)).withPhone("+12025550179").build());

    var answer = post("{\"addresses\":[\"a@example.com\",\"b@example.com\",\"c@example.com\"]}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(checks().map(check -> check.device().id()).distinct())
        .containsExactlyInAnyOrder(id(0xd1), id(0xd2));
  }

  @Test
  void answersOneAddressInThePostedFormAsAListOfOne() {
    assertThat(post("{\"address\":\"ada@example.com\"}").body())
        .isEqualTo(
            "{\"success\":true,\"results\":[{\"address\":\"ada@example.com\",\"available\":true}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"addresses\":[]}",
        "{\"addresses\":null}",
        "{\"addresses\":\"ada@example.com\"}",
        "{\"address\":\" \"}"
      })
  void wantsAddresses(String body) {
    assertRefused(
        post(body),
        400,
        "{\"error\":\"addresses array is required and must not be empty\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void wantsOneFormAtATime() {
    assertRefused(
        post("{\"address\":\"a@example.com\",\"addresses\":[\"b@example.com\"]}"),
        400,
        "{\"error\":\"Provide either address or addresses, not both\","
            + "\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void takesAHundredAddressesAndNoMore() {
    assertRefused(
        post("{\"addresses\":[" + emails(101) + "]}"),
        400,
        "{\"error\":\"Maximum 100 addresses per request\",\"code\":\"VALIDATION_ERROR\"}");
    assertThat(post("{\"addresses\":[" + emails(100) + "]}").status()).isEqualTo(200);
    assertThat(asked()).hasSize(LookUps.PER_DAY);
  }

  @Test
  void refusesAnElementThatIsNoText() {
    assertRefused(
        post("{\"addresses\":[7]}"),
        400,
        "{\"error\":\"Invalid addresses\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void findsTheFirstAvailableAddressPhonesFirst() {
    answering(Availability.UNAVAILABLE);
    assertThat(find("{\"emails\":[\"a@example.com\"],\"phones\":[\"+12025550100\"]}").body())
        .isEqualTo("{\"available\":false,\"reason\":\"Contact not available on iMessage\"}");
    assertThat(asked()).containsExactly("+12025550100", "a@example.com");

    answering(Availability.AVAILABLE);
    assertThat(find("{\"phones\":[\"+12025550100\",\"+12025550101\"]}").body())
        .isEqualTo("{\"available\":true}");
    assertThat(asked()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"phones\":[],\"emails\":[]}", "{\"phones\":[\"\"]}"})
  void wantsSomebodyToFind(String body) {
    assertRefused(
        find(body),
        400,
        "{\"available\":false,\"reason\":\"No phone or email addresses provided\"}");
  }

  @Test
  void doesNotSayNoWhereItCouldNotAsk() {
    answering(Availability.UNANSWERED);

    assertThat(find("{\"phones\":[\"+12025550100\"]}").status()).isEqualTo(500);
  }

  @Test
  void usesTheKeysLinesAlone() {
    var narrow = world.keyOf(anApiKey().forLines(ApiWorld.INACTIVE_LINE));

    assertThat(call("GET", PATH, "?address=ada@example.com", narrow, null).status()).isEqualTo(500);
    assertThat(asked()).isEmpty();
  }

  @Test
  void worksInAReadOnlyWorkspaceAsNothingIsChanged() {
    world
        .stores()
        .lines()
        .insert(
            aLine()
                .withId(id(0x7e))
                .inWorkspace(ApiWorld.READ_ONLY_WORKSPACE)
                .withPhone("+12025550178")
                .build());
    var readOnly = world.keyOf(anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));

    assertThat(call("POST", PATH, "", readOnly, "{\"address\":\"a@example.com\"}").status())
        .isEqualTo(200);
  }

  @Test
  void countsEachWorkspacesLineForItself() {
    useUp();

    var theirs = world.keyOf(anApiKey().inWorkspace(OTHER_WORKSPACE));

    assertThat(call("GET", PATH, "?address=a@example.com", theirs, null).status()).isEqualTo(200);
  }

  @Test
  void wantsTheScopeOfLines() {
    var other =
        world.keyAllowing(
            Arrays.stream(Scope.values())
                .filter(scope -> scope != Scope.LINES_READ)
                .toArray(Scope[]::new));
    var refusal = "{\"error\":\"Insufficient scope\",\"code\":\"insufficient_scope\"}";

    assertRefused(call("GET", PATH, "?address=a@example.com", other, null), 403, refusal);
    assertRefused(call("POST", PATH, "", other, "{}"), 403, refusal);
    assertRefused(call("POST", FIND, "", other, "{}"), 403, refusal);
    assertRefused(
        call("GET", PATH, "", "nobody", null),
        401,
        "{\"error\":\"Unauthorized\",\"code\":\"UNAUTHORIZED\"}");
  }

  @Test
  void tellsTheCallerThatTheStoreIsAway() {
    get("?address=a@example.com");
    world.watched().goAway();

    var answer = get("?address=a@example.com");

    assertThat(answer.status()).isEqualTo(503);
  }

  private void useUp() {
    IntStream.range(0, LookUps.PER_DAY).forEach(number -> get("?address=a@example.com"));
  }

  private void answering(Availability said) {
    mock().whenAnyExchangeReceived(exchange -> exchange.getMessage().setBody(said));
  }

  private List<String> asked() {
    return checks().map(check -> check.address().value()).toList();
  }

  private Stream<DispatchCommand.Check> checks() {
    return mock().getReceivedExchanges().stream()
        .map(exchange -> exchange.getMessage().getBody(DispatchCommand.Check.class));
  }

  private MockEndpoint mock() {
    return api.context().getEndpoint(ApiContext.LOOKED_UP, MockEndpoint.class);
  }

  private static String emails(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> "\"n" + number + "@example.com\"")
        .collect(Collectors.joining(","));
  }

  private Answer get(String query) {
    return call("GET", PATH, query, key, null);
  }

  private Answer post(String body) {
    return call("POST", PATH, "", key, body);
  }

  private Answer find(String body) {
    return call("POST", FIND, "", key, body);
  }

  private Answer call(String method, String path, String query, String as, String body) {
    return api.call(method + " " + path, path + query, as, body);
  }
}
