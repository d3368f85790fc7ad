package io.tuco.camel.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Our answers fit the interface as it was published, but for the allowed differences: additive
 * fields, and statuses that it does not list.
 */
final class PublishedInterfaceStoryTest {

  private static final Path PUBLISHED =
      Path.of("..", "..", "shared", "specs", "tuco", "openapi.json");

  private LoopbackApi api;
  private String key;
  private OpenApiInteractionValidator judge;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(Files.exists(PUBLISHED), "the published interface is not beside the checkout");
    judge =
        OpenApiInteractionValidator.createForInlineApiSpecification(
                OpenApi30.of(Files.readString(PUBLISHED, UTF_8)))
            .withLevelResolver(
                LevelResolver.create()
                    .withLevel(
                        "validation.response.body.schema.additionalProperties",
                        ValidationReport.Level.IGNORE)
                    .withLevel("validation.response.status.unknown", ValidationReport.Level.IGNORE)
                    .build())
            .build();
    api = new LoopbackApi();
    key = api.world().key();
  }

  @AfterEach
  void stop() throws Exception {
    if (api != null) {
      api.close();
    }
  }

  @Test
  void answersASendAsPublished() {
    var created =
        api.post("/api/messages", key, "{\"message\":\"Hi\",\"recipientPhone\":\"+12025550100\"}");
    var again =
        api.post("/api/messages", key, "{\"message\":\"Ho\",\"recipientPhone\":\"+12025550100\"}");
    var skipped =
        api.post("/api/messages", key, "{\"message\":\"Ho\",\"recipientPhone\":\"+12025550100\"}");
    var refused = api.post("/api/messages", key, "{\"recipientPhone\":\"+12025550100\"}");

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(skipped.statusCode()).isEqualTo(200);
    assertThat(refused.statusCode()).isEqualTo(400);
    fits(Method.POST, "/api/messages", created);
    fits(Method.POST, "/api/messages", again);
    fits(Method.POST, "/api/messages", skipped);
    fits(Method.POST, "/api/messages", refused);
    fits(Method.POST, "/api/messages", api.post("/api/messages", "no-key", "{}"));
  }

  @Test
  void listsLinesAsPublished() {
    fits(Method.GET, "/api/lines/by-user", api.get("/api/lines/by-user", key));
    fits(Method.GET, "/api/lines/by-user", api.get("/api/lines/by-user", "no-key"));
  }

  @Test
  void managesWebhooksAsPublished() throws IOException {
    var created =
        api.post(
            "/api/webhooks",
            key,
            "{\"url\":\"https://93.184.216.34/hook\",\"events\":[\"message.sent\"],\"name\":\"hook\"}");

    assertThat(created.statusCode()).isEqualTo(201);
    fits(Method.POST, "/api/webhooks", created);
    fits(Method.POST, "/api/webhooks", api.post("/api/webhooks", key, "{}"));
    fits(Method.GET, "/api/webhooks", api.get("/api/webhooks", key));
    var id = JsonHttp.json(created.body()).path("id").asText();
    fits(Method.GET, "/api/webhooks/" + id, api.get("/api/webhooks/" + id, key));
    fits(Method.GET, "/api/webhooks/" + id, api.get("/api/webhooks/000000000000000000000000", key));
  }

  @Test
  void wouldNoticeAnAnswerThatDoesNotFit() {
    var wrong =
        SimpleResponse.Builder.status(201)
            .withContentType("application/json")
            .withBody("{\"success\":\"yes\"}")
            .build();

    assertThat(judge.validateResponse("/api/messages", Method.POST, wrong).hasErrors()).isTrue();
  }

  private void fits(Method method, String path, HttpResponse<String> answer) {
    var response =
        SimpleResponse.Builder.status(answer.statusCode())
            .withContentType(answer.headers().firstValue("Content-Type").orElse(""))
            .withBody(answer.body())
            .build();

    assertThat(judge.validateResponse(path, method, response).getMessages())
        .as(method + " " + path + " " + answer.statusCode() + ": " + answer.body())
        .noneMatch(message -> message.getLevel() == ValidationReport.Level.ERROR);
  }
}
