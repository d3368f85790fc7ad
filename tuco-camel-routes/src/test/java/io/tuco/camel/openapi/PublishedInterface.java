package io.tuco.camel.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import io.tuco.core.event.EventDialect;
import io.tuco.core.event.EventName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The interface as it was published. Allowed differences (settled answer 7): more fields, statuses
 * that it does not list, replies without a lead, and events of ours. It knows no dry run (API
 * contract, section 13).
 */
public final class PublishedInterface {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path FILE = Path.of("..", "..", "shared", "specs", "tuco", "openapi.json");

  /** Of the last one, most operations are published with it and a few were forgotten. */
  private static final Set<Integer> MORE_STATUSES =
      Set.of(400, 402, 403, 405, 409, 413, 415, 422, 429, 502, 503, 500);

  private static final Optional<PublishedInterface> BESIDE_US = read();

  private final JsonNode document;
  private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

  private PublishedInterface(JsonNode document) {
    this.document = document;
  }

  /** Empty where it does not lie beside the checkout. */
  public static Optional<PublishedInterface> besideUs() {
    return BESIDE_US;
  }

  /** Its operations, each such as {@code POST /api/messages}. */
  public Set<String> operations() {
    return ApiDocument.ours().operations().stream()
        .filter(
            operation ->
                document.path("paths").path(operation.path()).has(wire(operation.method())))
        .map(DocumentedOperation::name)
        .collect(Collectors.toSet());
  }

  /** What of an answer it does not allow; nothing for an operation that it does not have. */
  public List<String> flaws(SeenAnswer answer) {
    var published =
        ApiDocument.ours()
            .find(answer.method(), answer.path())
            .map(
                operation ->
                    document.path("paths").path(operation.path()).path(wire(operation.method())))
            .orElseGet(() -> MissingNode.getInstance());
    if (published.isMissingNode() || isUnknownToIt(answer.body())) {
      return List.of();
    }
    if (!published.path("responses").has(Integer.toString(answer.status()))) {
      return MORE_STATUSES.contains(answer.status())
          ? List.of()
          : List.of("the published interface does not know its status");
    }
    var name = answer.method() + " " + answer.path() + " " + answer.status();
    return schema(published, answer.status()).stream()
        .flatMap(schema -> bodyFlaws(name, schema, answer).stream())
        .map(flaw -> "against the published interface: " + flaw)
        .toList();
  }

  private static boolean isUnknownToIt(String body) {
    return body.equals("{\"error\":\"Not found\"}")
        || body.startsWith("{\"success\":true,\"dryRun\":true,");
  }

  private static Optional<JsonNode> schema(JsonNode operation, int status) {
    var content = operation.path("responses").path(Integer.toString(status)).path("content");
    return Optional.ofNullable(content.path("application/json").get("schema"));
  }

  private List<String> bodyFlaws(String name, JsonNode schema, SeenAnswer answer) {
    try {
      var body = MAPPER.readTree(answer.body());
      return compiled
          .computeIfAbsent(name, key -> AnswerRules.compile(schema, document.path("components")))
          .validate(body)
          .stream()
          .map(ValidationMessage::getMessage)
          .toList();
    } catch (JsonProcessingException e) {
      return List.of("its body is no JSON");
    }
  }

  private static Optional<PublishedInterface> read() {
    try {
      if (!Files.exists(FILE)) {
        return Optional.empty();
      }
      var document = MAPPER.readTree(Files.readString(FILE, UTF_8));
      allowRepliesWithoutLead(document.at("/components/schemas/GetRepliesResponse"));
      allowOurEvents(document);
      return Optional.of(new PublishedInterface(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void allowRepliesWithoutLead(JsonNode schema) {
    if (schema.path("leadId") instanceof ObjectNode leadId) {
      leadId.putArray("type").add("string").add("null");
    }
    schema.forEach(PublishedInterface::allowRepliesWithoutLead);
  }

  private static void allowOurEvents(JsonNode node) {
    node.forEach(PublishedInterface::allowOurEvents);
    if (node.path("enum") instanceof ArrayNode names
        && names.toString().contains("\"" + EventName.MESSAGE_SENT.wire() + "\"")) {
      names.removeAll();
      for (var name : EventName.of(EventDialect.API)) {
        names.add(name.wire());
      }
    }
  }

  private static String wire(String method) {
    return method.toLowerCase(Locale.ROOT);
  }
}
