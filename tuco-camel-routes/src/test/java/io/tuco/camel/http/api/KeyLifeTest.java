package io.tuco.camel.http.api;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How long a key opens, on the server that is told and on another one (API contract, section 1.1).
 */
final class KeyLifeTest {

  private static final String UNAUTHORIZED =
      "{\"error\":\"Unauthorized\",\"code\":\"UNAUTHORIZED\"}";
  private static final Duration WITHIN = Duration.ofSeconds(5);

  private DirectApi api;
  private DirectApi another;
  private String key;

  @BeforeEach
  void open() throws Exception {
    api = new DirectApi();
    another = new DirectApi(api.world());
    key = api.world().key();
    assertThat(list(api, key).status()).isEqualTo(200);
    assertThat(list(another, key).status()).isEqualTo(200);
  }

  @AfterEach
  void close() {
    another.close();
    api.close();
  }

  @Test
  void endsAtTheInstant() {
    var expiring = api.world().keyOf(anApiKey().expiringAt(NOW.plusSeconds(1)));
    assertThat(list(api, expiring).status()).isEqualTo(200);

    api.world().clock().advance(Duration.ofMillis(999));
    assertThat(list(api, expiring).status()).isEqualTo(200);
    api.world().clock().advance(Duration.ofMillis(1));

    assertRefused(list(api, expiring));
  }

  @Test
  void endsEverywhereWhenTheOperatorDisablesIt() {
    change("{\"enabled\":false}");
    api.world().clock().advance(WITHIN);

    assertRefused(list(api, key));
    assertRefused(list(another, key));

    change("{\"enabled\":true}");
    api.world().clock().advance(WITHIN);

    assertThat(list(another, key).status()).isEqualTo(200);
  }

  @Test
  void endsEverywhereWhenTheOperatorLetsItExpire() {
    change("{\"expiresAt\":\"" + NOW + "\"}");
    api.world().clock().advance(WITHIN);

    assertRefused(list(another, key));
  }

  @Test
  void endsEverywhereWhenTheOperatorDeletesIt() {
    var deleted =
        api.call("DELETE /admin/keys/{id}", "/admin/keys/" + id(0x100), ApiWorld.ADMIN_TOKEN, null);
    api.world().clock().advance(WITHIN);

    assertThat(deleted.status()).isEqualTo(200);
    assertRefused(list(api, key));
    assertRefused(list(another, key));
  }

  @Test
  void isRotatedByANewOneBesideIt() {
    var made =
        api.call(
            "POST /admin/workspaces/{id}/keys",
            "/admin/workspaces/org_sample/keys",
            ApiWorld.ADMIN_TOKEN,
            "{\"name\":\"next\"}");
    var next = made.body().replaceAll(".*?\"key\":\"([^\"]*)\".*", "$1");

    assertThat(list(another, next).status()).isEqualTo(200);
    assertThat(list(another, key).status()).isEqualTo(200);

    change("{\"enabled\":false}");
    api.world().clock().advance(WITHIN);

    assertRefused(list(another, key));
    assertThat(list(another, next).status()).isEqualTo(200);
  }

  @Test
  void opensItsOwnWorkspaceAndNoOther() {
    var foreign = api.world().keyOf(anApiKey().inWorkspace(OTHER_WORKSPACE));
    Map<String, Object> named =
        Map.of("Authorization", "Bearer " + foreign, "X-Workspace-Id", "org_sample");

    var read =
        api.call("GET /api/messages/{id}", "/api/messages/" + ApiWorld.MESSAGE, foreign, null);
    var list = api.call("GET /api/messages", "/api/messages?workspaceId=org_sample", named, null);

    assertThat(read.body()).isEqualTo("{\"error\":\"Message not found\",\"code\":\"NOT_FOUND\"}");
    assertThat(list.body()).contains(ApiWorld.OTHER_MESSAGE).doesNotContain(ApiWorld.MESSAGE);
  }

  @Test
  void saysWhenItsWorkspaceIsGone() {
    var orphan = api.world().keyOf(anApiKey().inWorkspace("org_gone"));

    var answer = list(api, orphan);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo("{\"error\":\"No active workspace\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "bEaReR "})
  void isReadAfterTheSchemeInAnyCase(String scheme) {
    assertThat(list(api, Map.of("Authorization", scheme + key)).status()).isEqualTo(200);
    assertThat(list(api, Map.of("authorization", scheme + key)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-API-Key", "x-api-key", "X-Api-KEY"})
  void isReadFromItsOwnHeaderToo(String header) {
    assertThat(list(api, Map.of(header, key)).status()).isEqualTo(200);
  }

  @Test
  void isNotLookedForElsewhereWhenTheFirstPlaceIsWrong() {
    assertRefused(list(api, Map.of("Authorization", "Basic abc", "X-API-Key", key)));
    assertRefused(list(api, Map.of("Authorization", key)));
    assertRefused(list(api, Map.of("Cookie", "key=" + key)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"authorization", "Authorization", "x-api-key", "X-API-Key", "key"})
  void isNotTakenFromAQuery(String name) {
    var value = name.equalsIgnoreCase("authorization") ? "Bearer%20" + key : key;
    // The server puts query parameters among the headers.
    Map<String, Object> headers = new HashMap<>(Map.of(name, value.replace("%20", " ")));

    var answer =
        api.call("GET /api/messages", "/api/messages?" + name + "=" + value, headers, null);

    assertRefused(answer);
  }

  @Test
  void isRefusedInEveryWrongSpelling() {
    for (var wrong :
        new String[] {
          "",
          "tuco_sk_",
          key.substring(1),
          key.substring(0, key.length() - 1),
          key + "0",
          key + " ",
          " " + key,
          key.toLowerCase(Locale.ROOT),
          key.replace("tuco_sk_", "tuco_pk_"),
          key.substring(0, 20) + "\u0000" + key.substring(21),
          "x".repeat(100_000)
        }) {
      assertRefused(list(api, wrong));
    }
  }

  private void change(String body) {
    var answer =
        api.call("PATCH /admin/keys/{id}", "/admin/keys/" + id(0x100), ApiWorld.ADMIN_TOKEN, body);
    assertThat(answer.status()).isEqualTo(200);
  }

  private static void assertRefused(Answer answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo(UNAUTHORIZED);
  }

  private static Answer list(DirectApi server, String anyKey) {
    return list(server, Map.of("Authorization", "Bearer " + anyKey));
  }

  private static Answer list(DirectApi server, Map<String, Object> headers) {
    return server.call("GET /api/messages", "/api/messages", headers, null);
  }
}
