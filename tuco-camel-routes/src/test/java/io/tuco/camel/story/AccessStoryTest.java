package io.tuco.camel.story;

import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.workspace.RateLimits;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in and how often, with two servers on one store. */
final class AccessStoryTest {

  private static final String SMALL = "org_small";

  private LoopbackApi api;
  private LoopbackApi another;
  private String key;

  @BeforeEach
  void open() throws Exception {
    api = new LoopbackApi();
    another = new LoopbackApi(api.world());
    key = api.world().key();
  }

  @AfterEach
  void close() {
    another.close();
    api.close();
  }

  @Test
  void keepsAWorkspaceToItsLimitOnBothServersTogether() {
    var limits = RateLimits.of(60, 200, 120, 200);
    api.world().stores().workspaces().insert(aWorkspace().withId(SMALL).limitedTo(limits).build());
    var small = api.world().keyOf(anApiKey().inWorkspace(SMALL));

    var answers =
        IntStream.range(0, 240)
            .mapToObj(i -> (i % 2 == 0 ? api : another).get("/api/lines/by-user", small))
            .toList();

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(200);
    var refused = answers.get(239);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body())
        .isEqualTo("{\"error\":\"Rate limit exceeded\",\"code\":\"RATE_LIMITED\"}");
    assertThat(header(refused, "Retry-After")).isEqualTo("1");
    assertThat(header(refused, "RateLimit")).isEqualTo("\"other\";r=0;t=1");
    assertThat(header(refused, "RateLimit-Policy")).isEqualTo("\"other\";q=200;w=60");
    assertThat(header(refused, "X-Request-Id")).startsWith("req_");
  }

  @Test
  void tellsHowALimitStandsWithEveryAnswer() {
    var listed = api.get("/api/messages", key);
    var missing = api.get("/api/messages/" + id(0xfff), key);
    var broken = api.post("/api/messages", key, "{");
    var unknown = api.get("/api/messages", "nobody");

    assertThat(header(listed, "RateLimit")).isEqualTo("\"other\";r=59999;t=1");
    assertThat(header(missing, "RateLimit")).startsWith("\"other\";r=59998;");
    assertThat(header(broken, "RateLimit")).startsWith("\"send\";r=59999;");
    assertThat(unknown.headers().firstValue("RateLimit")).isEmpty();
    assertThat(api.get("/health", "nobody").headers().firstValue("RateLimit")).isEmpty();
  }

  @Test
  void locksADisabledKeyOutOfBothServersWithinFiveSeconds() {
    assertThat(another.get("/api/messages", key).statusCode()).isEqualTo(200);

    var disabled =
        api.send(
            api.request("/admin/keys/" + id(0x100))
                .header("Authorization", "Bearer " + ApiWorld.ADMIN_TOKEN)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"enabled\":false}")));
    api.world().clock().advance(Duration.ofSeconds(5));

    assertThat(disabled.statusCode()).isEqualTo(200);
    assertThat(api.get("/api/messages", key).statusCode()).isEqualTo(401);
    assertThat(another.get("/api/messages", key).statusCode()).isEqualTo(401);
  }

  @Test
  void locksAKeyOutAtTheInstantItExpires() {
    var expiring = api.world().keyOf(anApiKey().expiringAt(Fixtures.NOW.plusMillis(1)));

    assertThat(api.get("/api/messages", expiring).statusCode()).isEqualTo(200);
    api.world().clock().advance(Duration.ofMillis(1));
    assertThat(api.get("/api/messages", expiring).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-API-Key", "x-api-key", "authorization", "Authorization", "api_key"})
  void takesNoKeyFromAQuery(String name) {
    var value = name.equalsIgnoreCase("authorization") ? "Bearer%20" + key : key;

    var answer = api.send(api.request("/api/messages?" + name + "=" + value));

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void takesAKeyFromEitherHeaderWhateverTheCase() {
    var bearer = api.send(api.request("/api/messages").header("authorization", "bEARER " + key));
    var alias = api.send(api.request("/api/messages").header("x-api-KEY", key));

    assertThat(bearer.statusCode()).isEqualTo(200);
    assertThat(alias.statusCode()).isEqualTo(200);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}
