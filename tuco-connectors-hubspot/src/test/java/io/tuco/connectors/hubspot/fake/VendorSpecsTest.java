package io.tuco.connectors.hubspot.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tuco.core.crm.FakeCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That requests are held against OpenAPI files, shown with one of ours. */
final class VendorSpecsTest {

  private static final String FILE =
      """
      {"openapi": "3.0.1", "info": {"title": "t", "version": "1"}, "paths": {
        "/crm/v3/objects/{type}": {"post": {"parameters": [
          {"name": "type", "in": "path", "required": true, "schema": {"type": "string"}}],
          "requestBody": {"content": {"application/json": {
          "schema": {"type": "object"}}}}, "responses": {"201": {"description": "made"}}}},
        "/crm/v3/objects/contacts": {"post": {"requestBody": {"content": {"application/json": {
          "schema": {"type": "object", "required": ["properties", "associations"],
            "additionalProperties": false,
            "properties": {
              "associations": {"type": "array", "items": {"type": "object"}},
              "properties": {"type": "object", "additionalProperties": {"type": "string"}}}}}}},
          "responses": {"201": {"description": "made"}}}}}}
      """;

  @TempDir private Path folder;

  @Test
  void findsWhatIsWrongWithARequest() throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("v3")).resolve("c.json"), FILE);
    var specs = VendorSpecs.of(folder);

    assertThat(specs.size()).isEqualTo(2);
    assertThat(flaws(specs, "contacts", "{\"properties\":{\"a\":\"b\"},\"associations\":[]}"))
        .isEmpty();
    assertThat(flaws(specs, "contacts", "{\"properties\":{\"a\":7},\"associations\":[]}"))
        .isNotEmpty();
    assertThat(flaws(specs, "contacts", "{\"properties\":{}}")).isNotEmpty();
    assertThat(flaws(specs, "notes", "{\"properties\":{\"a\":7}}")).isEmpty();
    assertThat(flaws(specs, "notes/1/2", "{}")).isEmpty();
  }

  /** With the vendor's files every request of the other tests is held against them, too. */
  @Test
  void hasTheVendorsFiles() {
    var specs = VendorSpecs.ofTheEnvironment();
    assumeTrue(
        specs.isPresent(), VendorSpecs.VARIABLE + " names no folder with HubSpot's OpenAPI files");

    assertThat(specs.orElseThrow().size()).isPositive();
  }

  private static List<String> flaws(VendorSpecs specs, String path, String body) {
    return specs.flaws(
        FakeCall.of(
            "POST",
            "/crm/v3/objects/" + path,
            Map.of("Content-Type", "application/json"),
            body.getBytes(UTF_8)));
  }
}
