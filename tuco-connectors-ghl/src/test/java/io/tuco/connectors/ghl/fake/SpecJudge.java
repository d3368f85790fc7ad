package io.tuco.connectors.ghl.fake;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.tuco.core.crm.FakeCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Holds requests against GHL's own OpenAPI files, strict on unknown fields. The files are inputs
 * that stay outside the repository ({@code shared/specs} beside it, or where the system property
 * {@code tuco.specs} says); without them nothing is judged.
 *
 * <p>Two slips of the files are known: {@code POST /conversations/messages} demands an impossible
 * {@code subType} and is held against the repaired file (contract, section 3); and the body of
 * {@code POST /contacts/search} is described as an object without any field, so that its fields are
 * not judged.
 */
public final class SpecJudge {

  private static final Path FILES =
      Path.of(System.getProperty("tuco.specs", besideTheRepository())).resolve("ghl");

  private static final Map<String, OpenApiInteractionValidator> JUDGES = new ConcurrentHashMap<>();

  private static final int MOST_JUDGED = 10_000;
  private static final Map<List<?>, List<String>> JUDGED = new ConcurrentHashMap<>();

  private static final Pattern CALL_OF_TOKENS = Pattern.compile("/oauth/.*");

  private SpecJudge() {}

  public static boolean isThere() {
    return Files.isDirectory(FILES);
  }

  public static Path file(String name) {
    return FILES.resolve(name);
  }

  private static String besideTheRepository() {
    var here = Path.of("").toAbsolutePath();
    var root = Files.exists(here.resolve("docs")) ? here : here.getParent();
    return root.resolveSibling("shared").resolve("specs").toString();
  }

  /** What is wrong with the request; empty when nothing is, or nobody can tell. */
  public static List<String> flaws(
      String method, String target, Map<String, String> headers, byte[] body) {
    var call = FakeCall.of(method, target, headers, body);
    if (!isThere() || CALL_OF_TOKENS.matcher(call.path()).matches()) {
      return List.of();
    }
    // Judging takes milliseconds, and the same requests come again and again.
    var same = List.of(method, target, call.headers(), call.text());
    if (JUDGED.size() > MOST_JUDGED) {
      JUDGED.clear();
    }
    return JUDGED.computeIfAbsent(same, any -> judged(call));
  }

  private static List<String> judged(FakeCall call) {
    return fileOf(call)
        .map(name -> judge(name).validateRequest(request(call)))
        .map(SpecJudge::sentences)
        .orElseGet(() -> List.of("no such resource: " + call.operation()));
  }

  private static Optional<String> fileOf(FakeCall call) {
    if (call.operation().equals("POST /conversations/messages")) {
      return Optional.of("conversations.lenient.json");
    }
    if (call.operation().equals("POST /contacts/search")) {
      return Optional.of("contacts.json#search");
    }
    return List.of("contacts", "conversations", "locations").stream()
        .filter(resource -> call.path().startsWith("/" + resource + "/"))
        .map(resource -> resource + ".json")
        .findFirst();
  }

  private static OpenApiInteractionValidator judge(String name) {
    return JUDGES.computeIfAbsent(
        name,
        any -> {
          var levels = LevelResolver.create();
          if (name.endsWith("#search")) {
            levels.withLevel(
                "validation.request.body.schema.additionalProperties",
                ValidationReport.Level.IGNORE);
          }
          return OpenApiInteractionValidator.createForInlineApiSpecification(
                  read(file(name.replace("#search", ""))))
              .withLevelResolver(levels.build())
              .build();
        });
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SimpleRequest request(FakeCall call) {
    var request = new SimpleRequest.Builder(call.method(), call.path(), true);
    call.headers().forEach(request::withHeader);
    call.query().forEach(request::withQueryParam);
    if (call.body().length > 0) {
      request.withBody(call.body());
    }
    return request.build();
  }

  private static List<String> sentences(ValidationReport report) {
    return report.getMessages().stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(message -> message.getKey() + ": " + message.getMessage())
        .toList();
  }
}
