package io.tuco.camel.http.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.camel.http.Operation;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of the facade against every scope (API contract, section 1.1): the one scope it
 * needs opens it, all others together do not. An operation of a new kind needs a row here, one that
 * asks for no scope fails.
 */
final class ScopeMatrixTest {

  private static final String REFUSED =
      "{\"error\":\"Insufficient scope\",\"code\":\"insufficient_scope\"}";

  /** What the contract says of paths that are not about what they begin with. */
  private static final Map<String, Scope> OF_THEIR_OWN =
      Map.of(
          "/api/check-availability", Scope.LINES_READ,
          "/api/check-availability-rr", Scope.LINES_READ,
          "/api/leads/check-availability", Scope.LINES_READ);

  /** First segment after {@code /api}, scope to read, scope to write. */
  private static final List<List<Object>> BY_SEGMENT =
      List.of(
          List.of("messages", Scope.MESSAGES_READ, Scope.MESSAGES_WRITE),
          List.of("replies", Scope.MESSAGES_READ, Scope.MESSAGES_READ),
          List.of("reports", Scope.MESSAGES_READ, Scope.MESSAGES_READ),
          List.of("lines", Scope.LINES_READ, Scope.LINES_READ),
          List.of("leads", Scope.LEADS_READ, Scope.LEADS_WRITE),
          List.of("lists", Scope.LEADS_READ, Scope.LEADS_WRITE),
          List.of("dnc", Scope.DNC_READ, Scope.DNC_WRITE),
          List.of("webhooks", Scope.WEBHOOKS_READ, Scope.WEBHOOKS_WRITE),
          List.of("workspace", Scope.WORKSPACE_READ, Scope.WORKSPACE_WRITE));

  private static DirectApi api;

  @BeforeAll
  static void open() throws Exception {
    api = new DirectApi();
  }

  @AfterAll
  static void close() {
    api.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void opensToItsScopeAlone(String name, Operation operation) {
    var right = scopeOf(operation);
    var others = Scope.all();
    others.remove(right);

    assertThat(isRefused(call(operation, Set.of(right)))).isFalse();
    assertThat(isRefused(call(operation, others))).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void opensToNoOtherScope(String name, Operation operation) {
    var opening =
        Stream.of(Scope.values()).filter(scope -> !isRefused(call(operation, Set.of(scope))));

    assertThat(opening).containsExactly(scopeOf(operation));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void asksForAKeyBeforeAnythingElse(String name, Operation operation) {
    var answer = AllOperations.call(api, operation, Map.of(), "no JSON");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Unauthorized\",\"code\":\"UNAUTHORIZED\"}");
    assertThat(answer.headers()).doesNotContainKeys("RateLimit", "RateLimit-Policy");
  }

  @Test
  void speaksOfEveryRouteOfTheFacade() {
    var routes =
        api.context().getRoutes().stream()
            .filter(route -> route.getEndpoint().getEndpointUri().contains("/api/"))
            .map(route -> route.getRouteId());

    assertThat(routes)
        .containsExactlyInAnyOrderElementsOf(
            ApiOperations.all().stream().map(Operation::routeId).toList());
  }

  static Stream<Arguments> operations() {
    return ApiOperations.all().stream()
        .map(operation -> arguments(AllOperations.nameOf(operation), operation));
  }

  private static Answer call(Operation operation, Set<Scope> scopes) {
    var key = api.world().keyAllowing(scopes.toArray(Scope[]::new));
    return AllOperations.call(api, operation, key, "{}");
  }

  private static boolean isRefused(Answer answer) {
    var refused = answer.status() == 403 && answer.body().contains("insufficient_scope");
    if (refused) {
      assertThat(answer.body()).isEqualTo(REFUSED);
    }
    return refused;
  }

  private static Scope scopeOf(Operation operation) {
    if (OF_THEIR_OWN.containsKey(operation.path())) {
      return OF_THEIR_OWN.get(operation.path());
    }
    var segment = operation.path().split("/")[2];
    return BY_SEGMENT.stream()
        .filter(row -> row.get(0).equals(segment))
        .map(row -> (Scope) row.get(operation.method().equals("GET") ? 1 : 2))
        .findFirst()
        .orElseThrow(() -> new AssertionError("which scope is " + operation + " to have?"));
  }
}
