package io.tuco.connectors.hubspot.fake;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.FakeCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * HubSpot's own OpenAPI files, which may not be redistributed: whoever has them names their folder
 * in {@code TUCO_HUBSPOT_SPEC_DIR} (HubSpot contract, section 8). A call that is in none of them is
 * not judged.
 */
public final class VendorSpecs {

  public static final String VARIABLE = "TUCO_HUBSPOT_SPEC_DIR";

  /** A resource of a file; the fewer its variables, the better it fits. */
  private record Resource(Path file, String method, Pattern path, long variables) {}

  private final List<Resource> resources = new ArrayList<>();
  private final Map<Path, OpenApiInteractionValidator> judges = new ConcurrentHashMap<>();

  private VendorSpecs(Path folder) {
    try (var files = Files.walk(folder)) {
      files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(this::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty when nobody has named a folder. */
  public static Optional<VendorSpecs> ofTheEnvironment() {
    return Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of).map(VendorSpecs::of);
  }

  public static VendorSpecs of(Path folder) {
    return new VendorSpecs(folder);
  }

  public int size() {
    return resources.size();
  }

  private void read(Path file) {
    try {
      var paths = Json.MAPPER.readTree(file.toFile()).path("paths");
      paths.fields().forEachRemaining(path -> add(file, path.getKey(), path.getValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is not JSON", e);
    }
  }

  private void add(Path file, String template, JsonNode methods) {
    var form = Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+"));
    var variables = template.chars().filter(letter -> letter == '{').count();
    methods
        .fieldNames()
        .forEachRemaining(
            method ->
                resources.add(
                    new Resource(file, method.toUpperCase(Locale.ROOT), form, variables)));
  }

  /** What is wrong with the request; empty when nothing is, or the files do not tell. */
  List<String> flaws(FakeCall call) {
    return resources.stream()
        .filter(resource -> resource.method().equals(call.method()))
        .filter(resource -> resource.path().matcher(call.path()).matches())
        .min(Comparator.comparingLong(Resource::variables))
        .map(resource -> judge(resource.file()).validateRequest(request(call)))
        .map(report -> sentences(call, report))
        .orElseGet(List::of);
  }

  private OpenApiInteractionValidator judge(Path file) {
    return judges.computeIfAbsent(
        file,
        any ->
            OpenApiInteractionValidator.createFor(file.toUri().toString())
                .withLevelResolver(
                    LevelResolver.create()
                        .withLevel("validation.request.security", ValidationReport.Level.IGNORE)
                        .build())
                .build());
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

  private static List<String> sentences(FakeCall call, ValidationReport report) {
    return report.getMessages().stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(message -> call.operation() + ": " + message.getKey() + ": " + message.getMessage())
        .toList();
  }
}
