package io.tuco.camel.standalone.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.camel.standalone.simulator.SimulatorFixture.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks the simulator what a real server was asked, in the same order, and compares the answers:
 * status, texts and the keys of the data. The server behind the recording had magic words; here
 * they are faults, armed before the call.
 */
final class RecordedBehaviourTest {

  private static final Path RECORDING =
      Path.of("../../shared/specs/bluebubbles/recorded_behaviour.json");

  private static final String PERSON = "+15551230001";

  private static final Map<String, String> FAULTS =
      Map.of(
          "availability no", "{\"fault\":\"no_imessage\",\"times\":1}",
          "text send error (error=22 in db)", "{\"fault\":\"error_no_data\"}",
          "text rejected promise error=22", "{\"fault\":\"error_22\"}",
          "text promise timeout", "{\"fault\":\"error_null_data\"}",
          "text thrown error", "{\"fault\":\"helper_disconnected\"}");

  private static final Map<String, Form> FORMS =
      Map.of(
          "text form body",
          new Form().with("chatGuid", chat()).with("message", "x").with("tempGuid", "t10"),
          "attachment ok",
          new Form()
              .with("chatGuid", chat())
              .with("name", "a.txt")
              .with("tempGuid", "a1")
              .withFile(),
          "attachment no name",
          new Form().with("chatGuid", chat()).with("tempGuid", "a2").withFile(),
          "attachment no file",
          new Form().with("chatGuid", chat()).with("name", "a.txt").with("tempGuid", "a3"),
          "attachment no tempGuid",
          new Form().with("chatGuid", chat()).with("name", "a.txt").withFile());

  @TempDir Path dataDir;

  private SimulatorFixture relay;

  @BeforeEach
  void start() {
    relay = SimulatorFixture.in(dataDir);
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void answersLikeTheRecording() throws IOException {
    assumeTrue(Files.exists(RECORDING), "The recording is missing: " + RECORDING);
    var cases = SimulatorFixture.json(Files.readString(RECORDING));
    var differences = new ArrayList<String>();

    StreamSupport.stream(cases.spliterator(), false)
        .filter(recorded -> !name(recorded).equals("slow first"))
        .forEach(recorded -> difference(recorded).ifPresent(differences::add));

    assertThat(cases).hasSize(51);
    assertThat(differences).isEmpty();
  }

  private Optional<String> difference(JsonNode recorded) {
    var expected = facts(recorded.at("/response/status").asInt(), recorded.at("/response/body"));
    var answer = replay(recorded);
    var actual = facts(answer.status(), answer.body());
    return actual.equals(expected)
        ? Optional.empty()
        : Optional.of(name(recorded) + "\n  expected " + expected + "\n  but was  " + actual);
  }

  private Answer replay(JsonNode recorded) {
    Optional.ofNullable(FAULTS.get(name(recorded))).ifPresent(relay::arm);
    if (name(recorded).equals("same tempGuid WHILE in flight")) {
      return askedTwice(recorded);
    }
    return relay.now(request(recorded));
  }

  /** The recording's "slow first" is the call that is under way meanwhile. */
  private Answer askedTwice(JsonNode recorded) {
    relay.arm("{\"fault\":\"stall\",\"seconds\":0.5}");
    CompletableFuture<Answer> first = relay.later(request(recorded));
    Awaitility.await().atMost(5, TimeUnit.SECONDS).until(() -> relay.inFlight() == 1);

    var second = relay.now(request(recorded));

    assertThat(first.join().status()).isEqualTo(200);
    return second;
  }

  private HttpRequest.Builder request(JsonNode recorded) {
    var asked = recorded.path("request");
    var path = asked.path("path").asText();
    var query = asked.path("query").asText();
    var body = asked.path("body");
    var builder =
        relay.request(path, asked.path("method").asText(), body.isNull() ? "" : body.toString());
    var form = FORMS.get(name(recorded));
    if (form != null) {
      builder.setHeader("content-type", Form.TYPE).POST(form.publisher());
    } else if (name(recorded).equals("malformed json")) {
      builder.POST(HttpRequest.BodyPublishers.ofString("{bad"));
    }
    var join = path.contains("?") ? "&" : "?";
    var url = relay.simulator().relayUrl() + path + (query.isEmpty() ? "" : join + query);
    return builder.uri(URI.create(url));
  }

  /** What must agree: everything but the values of the data. */
  private static List<JsonNode> facts(int status, JsonNode body) {
    var facts = new ArrayList<JsonNode>();
    facts.add(SimulatorFixture.json("{\"http\":" + status + "}"));
    facts.add(body.isObject() ? shape((ObjectNode) body) : body);
    return facts;
  }

  private static JsonNode shape(ObjectNode body) {
    var shape = body.deepCopy();
    if (body.path("data").isContainerNode()) {
      shape.set("data", keys(body.path("data")));
    }
    return shape;
  }

  /** Keys all the way down; but a file is in the attachments here, and was not in the recording. */
  private static JsonNode keys(JsonNode node) {
    if (node.isObject()) {
      var keys = Json.object();
      node.fields()
          .forEachRemaining(
              field ->
                  keys.set(
                      field.getKey(),
                      field.getKey().equals("attachments")
                          ? Json.object()
                          : keys(field.getValue())));
      return keys;
    }
    if (node.isArray()) {
      return Json.array(
          StreamSupport.stream(node.spliterator(), false).toList(), RecordedBehaviourTest::keys);
    }
    return Json.object();
  }

  private static String name(JsonNode recorded) {
    return recorded.path("case").asText();
  }

  private static String chat() {
    return "iMessage;-;" + PERSON;
  }
}
