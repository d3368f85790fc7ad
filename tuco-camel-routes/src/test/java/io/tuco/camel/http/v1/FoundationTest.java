package io.tuco.camel.http.v1;

import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.workspace.KeyDialect;
import io.tuco.core.workspace.Scope;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every call, shown by the simplest (/v1 contract, sections 1 to 3). */
final class FoundationTest extends V1Shelf {

  private static final String LINES = "/v1/lines";

  @Test
  void namesItsRequestInBodyAndHeader() {
    var answer = get(LINES);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"request_id\":\"" + requestId(answer) + "\"");
    assertThat(requestId(answer)).matches("req_[0-9a-f]{24}").isNotEqualTo(requestId(get(LINES)));
  }

  @Test
  void doesNotEchoAnIdOfTheClients() {
    var answer =
        api.call(
            "GET " + LINES,
            LINES,
            Map.of("Authorization", "Bearer " + key, "X-Request-Id", "mine"),
            null);

    assertThat(requestId(answer)).startsWith("req_");
  }

  @Test
  void asksForAKeyInItsHeader() {
    var none = api.call("GET " + LINES, LINES, Map.of(), null);
    var elsewhere = api.call("GET " + LINES, LINES, Map.of("X-API-Key", key), null);

    assertThat(none.status()).isEqualTo(401);
    assertThat(none.body())
        .startsWith("{\"error\":{\"type\":\"authentication_error\",\"code\":\"missing_api_key\"");
    assertThat(elsewhere.body()).contains(code("missing_api_key"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer x",
        "Basic eDp5",
        "tuco_sk_0123456789ABCDEFGHIJKLMNOPQRST13bBDh"
      })
  void refusesWhatIsNoKey(String authorization) {
    var answer = api.call("GET " + LINES, LINES, Map.of("Authorization", authorization), null);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains(code("invalid_api_key"));
  }

  @Test
  void refusesAKeyThatIsRevokedOrOver() {
    var disabled = world.keyOf(anApiKey().disabled());
    var over = world.keyOf(anApiKey().expiringAt(Fixtures.NOW));
    var orphan = world.keyOf(anApiKey().inWorkspace("org_gone"));

    for (var text : new String[] {disabled, over, orphan}) {
      assertThat(get(LINES, text).body()).contains(code("invalid_api_key"));
    }
  }

  @Test
  void takesKeysOfEitherDialect() {
    assertThat(get(LINES, world.keyOf(anApiKey().speaking(KeyDialect.V1))).status()).isEqualTo(200);
    assertThat(world.keyOf(anApiKey().speaking(KeyDialect.V1))).matches("sk_live_[0-9A-Za-z]{36}");
  }

  @Test
  void refusesAKeyWithoutTheScope() {
    var answer = get(LINES, world.keyAllowing(Scope.MESSAGES_READ));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("authorization_error", code("insufficient_scope"));
  }

  @Test
  void listsTheLinesOfTheWorkspaceThatAreNoMailbox() {
    var answer = get(LINES);

    assertThat(answer.body())
        .contains(
            "\"id\":\"ln_" + ApiWorld.LINE + "\"",
            "\"is_active\":false",
            "\"has_more\":false,\"next_cursor\":null")
        .doesNotContain(ApiWorld.OTHER_LINE);
  }

  @Test
  void showsARestrictedKeyItsLinesAndTheSandbox() {
    var sandbox = id(0x7a);
    world
        .stores()
        .lines()
        .insert(aLine().withId(sandbox).withPhone("+12025550179").asSandbox().build());
    var restricted = world.keyOf(anApiKey().forLines(ApiWorld.INACTIVE_LINE));

    assertThat(get(LINES, restricted).body())
        .contains(ApiWorld.INACTIVE_LINE, sandbox)
        .doesNotContain(ApiWorld.LINE);
  }

  @Test
  void saysAutoWhereATextFollows() {
    assertThat(get(LINES).body()).contains("\"service\":\"imessage\"");

    world.stores().workspaces().insert(aWorkspace().withId("org_texts").withTexts().build());
    world
        .stores()
        .lines()
        .insert(
            aLine().withId(id(0x7b)).inWorkspace("org_texts").withPhone("+12025550178").build());
    var falling = world.keyOf(anApiKey().inWorkspace("org_texts"));

    assertThat(get(LINES, falling).body()).contains("\"service\":\"auto\"");
  }

  @Test
  void tellsBrowsersThatAnyPageMayCall() {
    var asked = api.seen("* /v1", "OPTIONS", "/v1/messages", Map.of(), null);

    assertThat(asked.status()).isEqualTo(204);
    assertThat(asked.body()).isEmpty();
    assertThat(asked.headers())
        .containsEntry("Access-Control-Allow-Origin", "*")
        .containsEntry("Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS")
        .containsEntry(
            "Access-Control-Allow-Headers",
            "Authorization, Content-Type, X-Filename, Idempotency-Key, X-Request-Id")
        .containsEntry("Access-Control-Max-Age", "86400");
    assertThat(get(LINES).headers())
        .containsEntry("Access-Control-Allow-Origin", "*")
        .containsEntry(
            "Access-Control-Expose-Headers", "Retry-After, X-Request-Id, Idempotency-Replayed");
  }

  @Test
  void refusesAPathThatIsNotThereInItsOwnShape() {
    var unknown = api.seen("* /v1", "GET", "/v1/voice-notes", Map.of(), null);
    var method = api.seen("* /v1", "PUT", LINES, Map.of(), null);

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.body()).contains("not_found_error", code("route_not_found"), "request_id");
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.body()).contains("invalid_request_error", code("method_not_allowed"));
    assertThat(method.headers()).containsEntry("Allow", "GET");
  }

  @Test
  void tellsNobodyWhatBroke() {
    var known = get(LINES);
    assertThat(known.status()).isEqualTo(200);

    world.watched().breakDown();
    var broken = get(LINES);

    assertThat(broken.status()).isEqualTo(500);
    assertThat(broken.body())
        .contains("api_error", code("internal_error"), requestId(broken))
        .doesNotContain("Exception");
  }

  @Test
  void saysWhenTheStoreIsAway() {
    world.watched().goAway();

    var away = get(LINES);

    assertThat(away.status()).isEqualTo(503);
    assertThat(away.body()).contains(code("service_unavailable"));
    assertThat(away.headers()).containsEntry("Retry-After", "1");
  }

  private static String requestId(Answer answer) {
    return String.valueOf(answer.headers().get("X-Request-Id"));
  }
}
