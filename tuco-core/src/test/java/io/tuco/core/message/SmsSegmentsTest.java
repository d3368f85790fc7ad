package io.tuco.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.message.SmsSegments.Alphabet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmsSegmentsTest {

  private static final String SMILE = "\uD83D\uDE00";

  /** What stands on borders, changes the alphabet or looks like something that does. */
  private static final String[] PIECES = {
    "a",
    "Z",
    "0",
    " ",
    "\n",
    "\r",
    "\f",
    "@",
    "é",
    "ß",
    "Ω",
    "^",
    "{",
    "}",
    "\\",
    "[",
    "]",
    "~",
    "|",
    "€",
    "ç",
    "’",
    "\u00a0",
    "ı",
    "İ",
    "Α",
    "\u001b",
    "e\u0301",
    SMILE,
    "\uD83D\uDC69\u200D\uD83D\uDC67",
    "\uD83D",
    "\uDE00",
    "你"
  };

  @ParameterizedTest
  @CsvSource({"1, 1", "160, 1", "161, 2", "306, 2", "307, 3", "1600, 11"})
  void countsPlainLetters(int letters, int parts) {
    var segments = SmsSegments.of("a".repeat(letters));

    assertThat(segments.alphabet()).isEqualTo(Alphabet.GSM_7);
    assertThat(segments.units()).isEqualTo(letters);
    assertThat(segments.count()).isEqualTo(parts);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "70, 1", "71, 2", "134, 2", "135, 3"})
  void countsLettersThatGsmLacks(int letters, int parts) {
    var segments = SmsSegments.of("你".repeat(letters));

    assertThat(segments.alphabet()).isEqualTo(Alphabet.UCS_2);
    assertThat(segments.units()).isEqualTo(letters);
    assertThat(segments.count()).isEqualTo(parts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"’", "\u00a0", SMILE, "ı", "ç", "\u001b"})
  void turns160Into70ForOneCharacter(String odd) {
    assertThat(SmsSegments.of("a".repeat(70 - odd.length()) + odd).count()).isEqualTo(1);
    assertThat(SmsSegments.of("a".repeat(71 - odd.length()) + odd).count()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"^", "{", "}", "\\", "[", "~", "]", "|", "€", "\f"})
  void countsAnEscapedCharacterTwiceAndKeepsItWhole(String escaped) {
    var text = "a".repeat(152) + escaped + "a".repeat(20);

    var segments = SmsSegments.of(text);

    assertThat(segments.units()).isEqualTo(174);
    assertThat(segments.parts()).containsExactly("a".repeat(152), escaped + "a".repeat(20));
  }

  @Test
  void keepsASurrogatePairWhole() {
    var segments = SmsSegments.of("a".repeat(66) + SMILE + "b".repeat(10));

    assertThat(segments.units()).isEqualTo(78);
    assertThat(segments.parts()).containsExactly("a".repeat(66), SMILE + "b".repeat(10));
  }

  @Test
  void needsNoPartForNothing() {
    assertThat(SmsSegments.of("").count()).isZero();
  }

  @Test
  void agreesWithAnotherWayOfCounting() {
    agreesOn(200_000);
  }

  @Test
  @Tag("slow")
  void agreesWithAnotherWayOfCountingAMillionTimes() {
    agreesOn(1_000_000);
  }

  private static void agreesOn(int texts) {
    var random = new Random(20_270_312);

    IntStream.range(0, texts)
        .forEach(
            number -> {
              var text = text(random);
              var segments = SmsSegments.of(text);
              var other = PackedSegments.of(text);
              var told =
                  new PackedSegments(
                      segments.alphabet() == Alphabet.GSM_7, segments.units(), segments.count());
              if (!told.equals(other) || !String.join("", segments.parts()).equals(text)) {
                assertThat(told).as("number %d: %s", number, text).isEqualTo(other);
                assertThat(String.join("", segments.parts())).isEqualTo(text);
              }
            });
  }

  /** Mostly one piece over and over, so that what is rare stands on borders too. */
  private static String text(Random random) {
    var often = piece(random, random.nextBoolean() ? 20 : PIECES.length);
    var rare = random.nextInt(1, 40);
    var choice = random.nextBoolean() ? 20 : PIECES.length;
    var text = new StringBuilder();
    for (var length = random.nextInt(400); text.length() < length; ) {
      text.append(random.nextInt(rare) == 0 ? piece(random, choice) : often);
    }
    return text.toString();
  }

  private static String piece(Random random, int among) {
    return PIECES[random.nextInt(among)];
  }
}
