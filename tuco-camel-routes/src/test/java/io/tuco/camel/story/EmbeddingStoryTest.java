package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.camel.TucoRoutes;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.standalone.simulator.RelaySimulator;
import io.tuco.camel.standalone.simulator.RelaySimulatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says under "Embed it", in somebody else's context. */
final class EmbeddingStoryTest {

  private final CamelContext camelContext = new DefaultCamelContext();
  private final List<String> others = new ArrayList<>();

  @BeforeEach
  void theirRoutesComeFirst() throws Exception {
    camelContext.getShutdownStrategy().setTimeout(2);
    camelContext.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:theirs")
                .routeId("theirs")
                .process(
                    exchange -> {
                      throw new IOException("theirs");
                    });
          }
        });
  }

  @AfterEach
  void stop() {
    camelContext.stop();
  }

  @Test
  void sendsAMessageInAPlainContext(@TempDir Path directory) throws Exception {
    var tuco =
        TucoRoutes.builder()
            .http(HttpEndpoints.direct())
            .set("tuco.admin.enabled", "true")
            .set("tuco.admin.token", "operator")
            .build();
    tuco.installOn(camelContext);
    camelContext.start();

    try (var relay = RelaySimulator.start(options(directory));
        var template = camelContext.createProducerTemplate()) {
      var key = provision(template, relay.relayUrl());
      var answer =
          post(
              template,
              "direct:tuco-post-api-messages",
              key,
              "{\"message\":\"Hi from Camel\",\"recipientPhone\":\"+12025550100\"}");
      var id = JsonHttp.json(answer).path("message").path("_id").asText();

      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () -> assertThat(statusOf(tuco, JsonHttp.json(answer), id)).isEqualTo("sent"));
    }
  }

  @Test
  void touchesNothingButItsOwn() throws Exception {
    camelContext.start();
    var before = componentNames();

    TucoRoutes.builder().build().installOn(camelContext);

    var routes = camelContext.getRoutes().stream().map(Route::getRouteId).toList();
    assertThat(routes.stream().filter(id -> !id.equals("theirs")))
        .isNotEmpty()
        .allSatisfy(id -> assertThat(id).startsWith("tuco-"));
    assertThat(routes).doesNotHaveDuplicates();
    others.addAll(componentNames());
    others.removeAll(before);
    assertThat(others)
        .allSatisfy(
            name -> assertThat(name).matches("tuco-.*|direct|quartz|vertx-http|platform-http"));
    assertThat(failureOfTheirs()).hasMessage("theirs");
    assertThat(camelContext.isStreamCaching())
        .isEqualTo(new DefaultCamelContext().isStreamCaching());
  }

  private Throwable failureOfTheirs() throws IOException {
    try (var template = camelContext.createProducerTemplate()) {
      return template.request("direct:theirs", exchange -> {}).getException();
    }
  }

  private List<String> componentNames() {
    return camelContext.getComponentNames().stream().sorted().collect(Collectors.toList());
  }

  private static RelaySimulatorOptions options(Path directory) {
    return RelaySimulatorOptions.at(directory, "secret", Clock.systemUTC(), new Random(7));
  }

  private static String provision(ProducerTemplate template, String relayUrl) throws Exception {
    var workspace =
        JsonHttp.json(
                post(
                    template,
                    "direct:tuco-post-admin-workspaces",
                    "operator",
                    "{\"name\":\"Acme\"}"))
            .path("workspace")
            .path("id")
            .asText();
    var device =
        JsonHttp.json(
                post(
                    template,
                    "direct:tuco-post-admin-devices",
                    "operator",
                    "{\"name\":\"Mac\",\"baseUrl\":\"" + relayUrl + "\",\"password\":\"secret\"}"))
            .path("device")
            .path("id")
            .asText();
    at(
        template,
        "direct:tuco-post-admin-workspaces-id-lines",
        "/admin/workspaces/" + workspace + "/lines",
        "{\"channel\":\"imessage\",\"deviceId\":\""
            + device
            + "\",\"phone\":\"+12025550191\",\"firstName\":\"Ada\"}");
    return JsonHttp.json(
            at(
                template,
                "direct:tuco-post-admin-workspaces-id-keys",
                "/admin/workspaces/" + workspace + "/keys",
                "{\"name\":\"test\"}"))
        .path("key")
        .asText();
  }

  private static String post(
      ProducerTemplate template, String endpoint, String token, String body) {
    return send(template, endpoint, "/", token, body);
  }

  private static String at(ProducerTemplate template, String endpoint, String path, String body) {
    return send(template, endpoint, path, "operator", body);
  }

  private static String send(
      ProducerTemplate template, String endpoint, String path, String token, String body) {
    var exchange =
        template.request(
            endpoint,
            asked -> {
              asked.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
              asked.getMessage().setHeader(Exchange.HTTP_PATH, path);
              asked.getMessage().setHeader("Authorization", "Bearer " + token);
              asked.getMessage().setBody(body);
            });
    return exchange.getMessage().getBody(String.class);
  }

  private static String statusOf(TucoRoutes tuco, JsonNode answer, String id) {
    var workspace = answer.path("message").path("workspaceId").asText();
    return tuco.stores().messages().find(workspace, id).orElseThrow().status().wire();
  }
}
