package io.tuco.camel.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.intake.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Typed access and its refusals (API contract, section 1). */
final class JsonReaderTest {

  @Test
  void readsNullAsAbsent() {
    var reader = reader("{\"a\":null}");

    assertThat(reader.text("a")).isEmpty();
    assertThat(reader.flag("a")).isEmpty();
    assertThat(reader.array("a")).isEmpty();
    assertThat(reader.integer("a", 0, 9)).isEmpty();
    assertThat(reader.object("a").text("b")).isEmpty();
    assertThat(reader.refusal()).isEmpty();
  }

  @Test
  void tellsTheFirstWrongType() {
    var reader = reader("{\"a\":1,\"b\":{\"c\":[]}}");

    reader.object("b").text("c");
    reader.text("a");

    assertThat(reader.refusal().map(Rejection::message)).contains("b.c must be a string");
  }

  @ParameterizedTest
  @CsvSource({"5,5", "5.0,5", "0,0", "9,9"})
  void readsWholeNumbers(String written, int number) {
    assertThat(reader("{\"a\":" + written + "}").integer("a", 0, 9)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10",
        "-1",
        "2.5",
        "\"5\"",
        "true",
        "[5]",
        "{}",
        "4294967296",
        "1e300",
        "-0.1",
        "12345678901234567890"
      })
  void refusesOtherNumbers(String written) {
    var reader = reader("{\"a\":" + written + "}");

    assertThat(reader.integer("a", 0, 9)).isEmpty();
    assertThat(reader.refusal().map(Rejection::message)).contains("Invalid a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"a\":null}", "{\"a\":\"\"}", "{\"a\":\" \"}"})
  void missesWhatIsRequired(String document) {
    var reader = reader(document);

    reader.require("a");

    assertThat(reader.refusal().map(Rejection::message)).contains("a is required");
  }

  @Test
  void tellsSetToNothingFromLeftAlone() {
    var reader = reader("{\"gone\":null,\"new\":\"x\"}");
    var current = Optional.of("old");

    assertThat(reader.change("gone", reader.text("gone")).after(current)).isEmpty();
    assertThat(reader.change("new", reader.text("new")).after(current)).contains("x");
    assertThat(reader.change("absent", reader.text("absent")).after(current)).contains("old");
  }

  private static JsonReader reader(String document) {
    var tree = JsonTree.parse(document.getBytes(StandardCharsets.UTF_8));
    return new JsonReader(tree.asObject().orElseThrow());
  }
}
