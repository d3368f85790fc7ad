package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tuco.camel.openapi.ApiDocument;
import io.tuco.camel.openapi.DocumentedOperation;
import io.tuco.camel.openapi.PublishedInterface;
import io.tuco.camel.openapi.SeenAnswer;
import io.tuco.core.fixture.Fixtures;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Our answers fit the interface as it was published, but for the allowed differences. Every other
 * test that calls the facade is judged by it as well; here each of its operations is called.
 */
final class PublishedInterfaceStoryTest {

  private final Set<String> called = new HashSet<>();
  private PublishedInterface published;
  private LoopbackApi api;
  private String key;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(
        PublishedInterface.besideUs().isPresent(),
        "the published interface is not beside the checkout");
    published = PublishedInterface.besideUs().orElseThrow();
    api = new LoopbackApi();
    key = api.world().key();
  }

  @AfterEach
  void stop() {
    if (api != null) {
      api.close();
    }
  }

  @Test
  void answersEveryPublishedOperationAsPublished() throws IOException {
    sends();
    leads();
    fits("GET", "/api/lines/by-user", "", 200);
    fits("GET", "/api/messages", "", 200);
    fits("POST", "/api/messages/cancel-for-lead", "{\"recipientPhone\":\"+12025550100\"}", 200);
    fits("POST", "/api/messages/cancel-for-lead", "{}", 400);
    webhooks();

    var served =
        ApiDocument.ours().served().stream()
            .map(DocumentedOperation::name)
            .filter(published.operations()::contains)
            .collect(Collectors.toSet());
    assertThat(called).containsAll(served);
  }

  private void sends() {
    var hello = "{\"message\":\"Hi\",\"recipientPhone\":\"+12025550100\"}";
    var again = "{\"message\":\"Ho\",\"recipientPhone\":\"+12025550100\"}";
    fits("POST", "/api/messages", hello, 201);
    fits("POST", "/api/messages", again, 200);
    fits("POST", "/api/messages", again, 200);
    fits("POST", "/api/messages", "{\"recipientPhone\":\"+12025550100\"}", 400);
    fits("POST", "/api/messages", "{\"message\":\"a\",\"leadId\":\"5\"}", 404);
  }

  private void leads() throws IOException {
    var rows = "{\"leads\":[{\"firstName\":\"A\",\"email\":\"a@example.com\"}]}";
    var saved = fits("POST", "/api/leads", rows, 201);
    fits("POST", "/api/leads", rows, 200);
    fits("POST", "/api/leads", "{\"leads\":[{}],\"listId\":\"5\"}", 400);
    var id = JsonHttp.json(saved.body()).path("leadId").asText();
    fits("GET", "/api/leads", "", 200);
    fits("GET", "/api/leads?id=" + id, "", 200);
    fits("GET", "/api/leads?id=" + Fixtures.id(0xdead), "", 404);
    fits("GET", "/api/leads/check-availability?id=" + id, "", 200);
    fits("GET", "/api/leads/check-availability", "", 400);
    fits("POST", "/api/leads/check-availability", "{\"leadIds\":[\"" + id + "\"]}", 200);
    fits("POST", "/api/leads/check-availability", "{}", 404);
    fits("GET", "/api/replies", "", 200);
    fits("GET", "/api/replies?leadId=5", "", 400);
    fits("DELETE", "/api/leads", "{\"ids\":[\"" + id + "\"]}", 200);
    fits("DELETE", "/api/leads", "{}", 400);
  }

  private void webhooks() throws IOException {
    var created =
        fits(
            "POST",
            "/api/webhooks",
            "{\"url\":\"https://93.184.216.34/hook\",\"events\":[\"message.sent\",\"line.down\"],\"name\":\"hook\"}",
            201);
    var id = JsonHttp.json(created.body()).path("id").asText();
    fits("POST", "/api/webhooks", "{}", 400);
    fits("GET", "/api/webhooks", "", 200);
    fits("GET", "/api/webhooks/" + id, "", 200);
    fits("GET", "/api/webhooks/" + Fixtures.id(0xdead), "", 404);
    fits("PATCH", "/api/webhooks/" + id, "{\"name\":\"hook 2\"}", 200);
    fits("PATCH", "/api/webhooks/" + id, "{\"events\":[]}", 400);
    fits("POST", "/api/webhooks/" + id + "/health-check", "", 200);
    fits("POST", "/api/webhooks/" + Fixtures.id(0xdead) + "/health-check", "", 404);
    fits("DELETE", "/api/webhooks/" + id, "", 200);
    fits("DELETE", "/api/webhooks/" + id, "", 404);
  }

  @Test
  void wouldNoticeAnAnswerThatDoesNotFit() {
    var headers = Map.of("Content-Type", "application/json");

    assertThat(
            published.flaws(
                new SeenAnswer("POST", "/api/messages", 201, headers, "{\"success\":\"yes\"}")))
        .isNotEmpty();
    assertThat(published.flaws(new SeenAnswer("POST", "/api/messages", 204, headers, "")))
        .isNotEmpty();
    assertThat(published.operations()).hasSizeGreaterThan(12);
  }

  private HttpResponse<String> fits(String method, String target, String body, int status) {
    var answer =
        api.send(
            api.request(target)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(
                    method,
                    body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    var path = target.split("\\?")[0];
    called.add(ApiDocument.ours().find(method, path).orElseThrow().name());

    assertThat(answer.statusCode()).as(method + " " + target).isEqualTo(status);
    assertThat(published.flaws(SeenAnswer.of(answer))).isEmpty();
    return answer;
  }
}
