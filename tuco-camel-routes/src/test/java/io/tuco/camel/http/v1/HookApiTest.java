package io.tuco.camel.http.v1;

import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.anEndpoint;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.event.EventName;
import io.tuco.core.event.LineSubscription;
import io.tuco.core.fixture.Fixtures;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HookApiTest extends V1Shelf {

  private static final String HOOKS = "/v1/webhooks";
  private static final String LINE = "ln_" + ApiWorld.LINE;
  private static final String GOOD =
      "{\"from\":\"%s\",\"url\":\"https://hooks.example/in\",\"events\":[\"message.sent\"]}"
          .formatted(LINE);

  @Test
  void showsTheSecretOfANewWebhookAndNeverAgain() {
    var created =
        post(HOOKS, GOOD.replace("[\"message.sent\"", "[\"receipt.read\",\"message.sent\""));
    var listed = get(HOOKS + "?from=" + LINE);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body())
        .contains(
            "\"line_ids\":[\"" + LINE + "\"]",
            "\"events\":[\"message.sent\",\"receipt.read\"]",
            "\"is_active\":true",
            "\"secret\":\"whsec_");
    assertThat(listed.body())
        .contains("\"id\":\"" + idOf(created) + "\"")
        .doesNotContain("secret", "whsec_");
  }

  @Test
  void remembersItsLineAndWhoseKeyMadeIt() {
    var mine = world.keyOf(anApiKey().ofUser("user_ada"));

    api.call("POST " + HOOKS, HOOKS, Map.of("Authorization", "Bearer " + mine), GOOD);

    assertThat(world.stores().webhooks().hearing(Fixtures.WORKSPACE, EventName.MESSAGE_SENT))
        .anySatisfy(
            endpoint ->
                assertThat(endpoint.line())
                    .contains(new LineSubscription(ApiWorld.LINE, Optional.of("user_ada"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "from|null|missing_required_parameter",
        "url|null|missing_required_parameter",
        "events|null|missing_required_parameter",
        "from|\"wh_000000000000000000000071\"|invalid_parameter_value",
        "from|7|invalid_parameter_value",
        "url|\"ftp://hooks.example/in\"|invalid_parameter_value",
        "url|\"http://hooks.example/in\"|invalid_parameter_value",
        "url|\"https://inside.example/in\"|invalid_parameter_value",
        "url|\"https://127.0.0.1/in\"|invalid_parameter_value",
        "events|[]|invalid_parameter_value",
        "events|\"message.sent\"|invalid_parameter_value",
        "events|[\"message.reply\"]|invalid_parameter_value",
        "events|[\"message.sent\",null]|invalid_parameter_value"
      })
  void refusesAParameterByItsName(String name, String value, String error) {
    var body =
        GOOD.replaceFirst("\"" + name + "\":(\\[[^]]*]|\"[^\"]*\")", "\"" + name + "\":" + value);
    var answer = post(HOOKS, body);

    assertThat(body).contains(value);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(code(error), "\"param\":\"" + name + "\"");
    assertThat(world.stores().webhooks().ofWorkspace(Fixtures.WORKSPACE)).hasSize(1);
  }

  @Test
  void refusesALineThatIsNotThereOrNotForTheKey() {
    var restricted = world.keyOf(anApiKey().forLines(ApiWorld.INACTIVE_LINE));

    assertThat(post(HOOKS, GOOD.replace(ApiWorld.LINE, ApiWorld.OTHER_LINE)).body())
        .contains(code("line_not_found"));
    assertThat(get(HOOKS + "?from=" + LINE, restricted).body())
        .contains(code("line_not_accessible"));
    assertThat(get(HOOKS).body())
        .contains(code("missing_required_parameter"), "The 'from' query parameter is required.");
  }

  @Test
  void deletesByAnIdInTheBodyAndOnlyOnce() {
    var hook = idOf(post(HOOKS, GOOD));

    var deleted = delete("{\"id\":\"" + hook + "\"}");

    assertThat(deleted.status()).isEqualTo(200);
    assertThat(deleted.body())
        .startsWith("{\"id\":\"" + hook + "\",\"deleted\":true,\"request_id\":");
    assertThat(delete("{\"id\":\"" + hook + "\"}").body()).contains(code("webhook_not_found"));
    assertThat(delete("{}").body()).contains(code("missing_required_parameter"));
    assertThat(delete("{\"id\":\"ln_" + id(1) + "\"}").body())
        .contains(code("invalid_parameter_value"));
    assertThat(delete("").body()).contains(code("invalid_json"));
  }

  @Test
  void leavesAloneWhatIsAnotherFacadesOrWorkspaces() {
    var theirs =
        anEndpoint()
            .withId(id(0x5a))
            .inWorkspace(Fixtures.OTHER_WORKSPACE)
            .ofLine(ApiWorld.OTHER_LINE, Optional.empty())
            .build();
    world.stores().webhooks().insert(theirs);

    assertThat(delete("{\"id\":\"wh_" + theirs.id() + "\"}").status()).isEqualTo(404);
    assertThat(delete("{\"id\":\"wh_" + ApiWorld.WEBHOOK + "\"}").status()).isEqualTo(404);
    assertThat(get(HOOKS + "?from=" + LINE).body()).contains("\"data\":[]");
  }

  @Test
  void needsAPairedPhoneOnTheSandboxLineAndShowsEachAccountItsOwn() {
    var sandbox = SandboxApiTest.addSandboxLine(world);
    var ada = world.keyOf(anApiKey().ofUser("user_ada"));
    var ben = world.keyOf(anApiKey().ofUser("user_ben"));
    var body = GOOD.replace(ApiWorld.LINE, sandbox.id());

    assertThat(post(HOOKS, body).body()).contains(code("sandbox_requires_owner"));
    assertThat(post(HOOKS, body, ada).body()).contains(code("sandbox_not_activated"));

    SandboxApiTest.pair(world, "user_ada", "+12025550101");
    SandboxApiTest.pair(world, "user_ben", "+12025550102");
    var hook = idOf(post(HOOKS, body, ada));
    assertThat(get(HOOKS + "?from=ln_" + sandbox.id(), ada).body()).contains(hook);
    assertThat(get(HOOKS + "?from=ln_" + sandbox.id(), ben).body()).contains("\"data\":[]");
    assertThat(delete("{\"id\":\"" + hook + "\"}", ben).status()).isEqualTo(404);
    assertThat(delete("{\"id\":\"" + hook + "\"}", ada).status()).isEqualTo(200);
  }

  @Test
  void lookUpByHandleFindsTheSameLine() {
    post(HOOKS, GOOD);

    assertThat(get(HOOKS + "?from=" + handle()).body()).contains("\"id\":\"wh_");
  }

  private static String handle() {
    return aLine().build().handle().replace("+", "%2B");
  }

  private Answer post(String path, String body, String by) {
    return api.call("POST " + path, path, Map.of("Authorization", "Bearer " + by), body);
  }

  private Answer delete(String body) {
    return delete(body, key);
  }

  private Answer delete(String body, String by) {
    return api.call("DELETE " + HOOKS, HOOKS, Map.of("Authorization", "Bearer " + by), body);
  }

  static String idOf(Answer answer) {
    return answer.body().replaceFirst("^\\{\"id\":\"([^\"]+)\".*$", "$1");
  }
}
