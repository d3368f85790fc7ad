package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.story.BadRequests.As;
import io.tuco.camel.story.BadRequests.BadRequest;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.workspace.Scope;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong is told in the documented words, and changes nothing. */
final class RefusesBadRequestsStoryTest {

  private static final Map<As, String> KEYS = new EnumMap<>(As.class);
  private static LoopbackApi api;

  @BeforeAll
  static void open() throws Exception {
    api = new LoopbackApi();
    var world = api.world();
    KEYS.put(As.A_CLIENT, world.key());
    KEYS.put(As.A_READER, world.keyAllowing(Scope.MESSAGES_READ));
    KEYS.put(
        As.A_CLIENT_OF_A_READ_ONLY_WORKSPACE,
        world.keyOf(Fixtures.anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE)));
    KEYS.put(
        As.A_CLIENT_BOUND_TO_ANOTHER_LINE,
        world.keyOf(Fixtures.anApiKey().forLines(ApiWorld.INACTIVE_LINE)));
    KEYS.put(
        As.A_CLIENT_WITHOUT_WORKSPACE, world.keyOf(Fixtures.anApiKey().inWorkspace("org_gone")));
    KEYS.put(As.NOBODY, "tuco_sk_" + "0".repeat(36));
  }

  @AfterAll
  static void close() {
    api.close();
  }

  static Stream<BadRequest> requests() {
    return BadRequests.all();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void refusesInTheDocumentedWordsAndChangesNothing(BadRequest bad) {
    var answer = api.send(request(bad));

    assertThat(answer.body()).isEqualTo(bad.answer());
    assertThat(answer.statusCode()).isEqualTo(bad.status());
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    assertThat(api.world().watched().writes()).isEmpty();
  }

  private static HttpRequest.Builder request(BadRequest bad) {
    var body =
        bad.body().length == 0 && bad.method().equals("GET")
            ? BodyPublishers.noBody()
            : BodyPublishers.ofByteArray(bad.body());
    return api.request(bad.path())
        .header("Authorization", "Bearer " + KEYS.get(bad.as()))
        .header("Content-Type", bad.contentType())
        .method(bad.method(), body);
  }
}
