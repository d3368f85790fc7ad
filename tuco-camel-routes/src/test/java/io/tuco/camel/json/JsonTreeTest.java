package io.tuco.camel.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents at both sides of each bound. */
final class JsonTreeTest {

  @Test
  void readsValuesOfEveryKindInOrder() {
    var tree =
        parse("{\"s\":\"a\\u0000\",\"n\":null,\"b\":[true,false],\"i\":5,\"f\":2.5,\"o\":{}}");

    var members = tree.asObject().orElseThrow();

    assertThat(members.keySet()).containsExactly("s", "n", "b", "i", "f", "o");
    assertThat(members)
        .containsEntry("s", "a\u0000")
        .containsEntry("n", null)
        .containsEntry("b", List.of(true, false))
        .containsEntry("i", 5)
        .containsEntry("f", 2.5);
  }

  static Stream<String> largestDocuments() {
    return Stream.of(
        "{\"a\":".repeat(32) + "1" + "}".repeat(32),
        "{\"a\":" + "9".repeat(32) + "}",
        "{\"" + "n".repeat(128) + "\":1}",
        "{\"a\":\"" + "x".repeat(64 * 1024) + "\"}");
  }

  @ParameterizedTest
  @MethodSource("largestDocuments")
  void readsWhatIsStillWithinTheBounds(String document) {
    assertThat(parse(document).kind()).isEqualTo(JsonTree.Kind.OBJECT);
  }

  static Stream<String> tooLargeDocuments() {
    return Stream.of(
        "{\"a\":".repeat(33) + "1" + "}".repeat(33),
        "[".repeat(33) + "]".repeat(33),
        "{\"a\":" + "9".repeat(33) + "}",
        "{\"a\":0." + "9".repeat(33) + "}",
        "{\"" + "n".repeat(129) + "\":1}",
        "{\"a\":\"" + "x".repeat(64 * 1024 + 1) + "\"}");
  }

  @ParameterizedTest
  @MethodSource("tooLargeDocuments")
  void refusesWhatIsBeyondThem(String document) {
    assertThat(parse(document).kind()).isEqualTo(JsonTree.Kind.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "{}{}",
        "{} x",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\"}",
        "{a:1}",
        "01",
        "+1",
        "1.",
        ".5",
        "0x1",
        "Infinity",
        "-Infinity",
        "nul",
        "\"a\nb\"",
        "\"\\x\"",
        "\"\\ud8\"",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{\"a\":1,\"\\u0061\":2}",
        "1e999",
        "\uFEFF{}",
        "//\n{}",
        "# \n{}"
      })
  void refusesWhatIsNoJson(String document) {
    assertThat(parse(document).kind()).isEqualTo(JsonTree.Kind.MALFORMED);
  }

  @Test
  void refusesOtherEncodings() {
    for (var charset :
        List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(JsonTree.parse("{\"a\":1}".getBytes(charset)).kind())
          .isEqualTo(JsonTree.Kind.MALFORMED);
    }
    assertThat(JsonTree.parse("\"ü\"".getBytes(StandardCharsets.ISO_8859_1)).kind())
        .isEqualTo(JsonTree.Kind.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"a\"", "5", "true", "null"})
  void tellsJsonThatIsNoObject(String document) {
    var tree = parse(document);

    assertThat(tree.kind()).isEqualTo(JsonTree.Kind.OTHER);
    assertThat(tree.asObject()).isEmpty();
  }

  @Test
  void keepsIntegersThatNoLongHolds() {
    var number = new BigInteger("12345678901234567890");

    var tree = parse("{\"a\":12345678901234567890}");

    assertThat(tree.asObject().orElseThrow()).containsEntry("a", number);
  }

  @Test
  void neverThrowsWhateverTheBytes() {
    var random = new Random(11);
    var sample =
        "{\"a\":[1,2.5e3,\"ü\\u00fc\",null,{\"b\":true}]}".getBytes(StandardCharsets.UTF_8);
    for (var round = 0; round < 20_000; round++) {
      var bytes = Arrays.copyOf(sample, 1 + random.nextInt(sample.length));
      for (var change = random.nextInt(4); change > 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }

      assertThat(JsonTree.parse(bytes)).isNotNull();
    }
  }

  private static JsonTree parse(String document) {
    return JsonTree.parse(document.getBytes(StandardCharsets.UTF_8));
  }
}
