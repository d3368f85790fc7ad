package io.tuco.camel.http.v1;

import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.camel.http.Operation;
import io.tuco.camel.openapi.ApiDocument;
import io.tuco.core.workspace.Scope;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of the facade against every scope, a read-only workspace, and the lines of
 * another workspace (/v1 contract, sections 1 and 3). What an operation needs, the document says.
 */
final class MatrixTest {

  private static DirectApi api;

  @BeforeAll
  static void open() throws Exception {
    api = new DirectApi();
  }

  @AfterAll
  static void close() {
    api.close();
  }

  static Stream<Arguments> operations() {
    return V1Operations.all().stream().map(each -> arguments(V1Shelf.nameOf(each), each));
  }

  static Stream<Arguments> writes() {
    return V1Operations.all().stream()
        .filter(operation -> !operation.method().equals("GET"))
        .map(each -> arguments(V1Shelf.nameOf(each), each));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void opensToItsScopeAlone(String name, Operation operation) {
    var needed = scopeOf(operation);
    var opening =
        Stream.of(Scope.values()).filter(scope -> !isRefused(call(operation, Set.of(scope))));
    var others = EnumSet.complementOf(EnumSet.copyOf(Set.of(needed.orElse(Scope.LEADS_READ))));

    if (needed.isPresent()) {
      assertThat(opening).containsExactly(needed.get());
      assertThat(isRefused(call(operation, others))).isTrue();
    } else {
      assertThat(opening).containsExactly(Scope.values());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void asksForAKeyBeforeAnythingElse(String name, Operation operation) {
    var answer = call(operation, Map.of(), "no JSON");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains(V1Shelf.code("missing_api_key"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writes")
  void refusesEveryWriteOfAReadOnlyWorkspace(String name, Operation operation) {
    var key = api.world().keyOf(anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));
    api.world().watched().writes().clear();

    var answer = call(operation, Map.of("Authorization", "Bearer " + key), "{}");

    assertThat(answer.status()).isEqualTo(402);
    assertThat(answer.body()).contains(V1Shelf.code("workspace_read_only"), "past_due");
    assertThat(api.world().watched().writes())
        .noneMatch(write -> write.startsWith("MessageStore") || write.startsWith("Lead"));
  }

  /** A file that comes in names nothing. */
  static Stream<Arguments> naming() {
    return V1Operations.all().stream()
        .filter(operation -> operation != V1Operations.KEEP_FILE)
        .map(each -> arguments(V1Shelf.nameOf(each), each));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("naming")
  void knowsNothingOfAnotherWorkspace(String name, Operation operation) {
    var ours = call(operation, api.world().key(), foreignQuery(), foreignBody());
    var nobodys = call(operation, api.world().key(), absentQuery(), absentBody());

    assertThat(ours.status()).isEqualTo(nobodys.status());
    assertThat(withoutRequest(ours)).isEqualTo(withoutRequest(nobodys));
    assertThat(ours.body()).doesNotContain(OTHER_WORKSPACE, ApiWorld.OTHER_LINE);
  }

  @Test
  void speaksOfEveryRouteOfTheFacade() {
    var routes =
        api.context().getRoutes().stream()
            .filter(route -> route.getEndpoint().getEndpointUri().contains("/v1/"))
            .map(route -> route.getRouteId())
            .filter(id -> !id.equals(V1Operations.READ_DOCUMENT.routeId()));

    assertThat(routes)
        .containsExactlyInAnyOrderElementsOf(
            V1Operations.all().stream().map(Operation::routeId).toList());
  }

  private static String foreignQuery() {
    return "?from=ln_"
        + ApiWorld.OTHER_LINE
        + "&to=%2B12025550190&id=obx_"
        + ApiWorld.OTHER_MESSAGE;
  }

  private static String absentQuery() {
    return "?from=ln_00000000000000000000dead&to=%2B12025550190&id=obx_00000000000000000000dead";
  }

  private static String foreignBody() {
    return "{\"from\":\"ln_" + ApiWorld.OTHER_LINE + "\",\"to\":\"+12025550190\",\"text\":\"Hi\"}";
  }

  private static String absentBody() {
    return foreignBody().replace(ApiWorld.OTHER_LINE, "00000000000000000000dead");
  }

  private static String withoutRequest(Answer answer) {
    return answer.body().replaceAll("req_[0-9a-f]{24}", "req_");
  }

  private static Optional<Scope> scopeOf(Operation operation) {
    return ApiDocument.v1().find(operation.method(), operation.path()).stream()
        .filter(each -> each.node().has("x-scope"))
        .findFirst()
        .flatMap(each -> Scope.parse(each.scope()));
  }

  private static Answer call(Operation operation, Set<Scope> scopes) {
    return call(operation, api.world().keyAllowing(scopes.toArray(Scope[]::new)), "", "{}");
  }

  private static Answer call(Operation operation, String key, String query, String body) {
    return api.call(
        V1Shelf.nameOf(operation),
        operation.path() + query,
        Map.of("Authorization", "Bearer " + key),
        body);
  }

  private static Answer call(Operation operation, Map<String, Object> headers, String body) {
    return api.call(V1Shelf.nameOf(operation), operation.path(), headers, body);
  }

  private static boolean isRefused(Answer answer) {
    return answer.status() == 403 && answer.body().contains(V1Shelf.code("insufficient_scope"));
  }
}
