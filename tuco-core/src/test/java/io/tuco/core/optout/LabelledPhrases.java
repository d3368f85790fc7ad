package io.tuco.core.optout;

import io.tuco.core.message.Heard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The labelled list: what people write, and what it asks of us. */
final class LabelledPhrases {

  /** What a human says of a text. */
  enum Label {
    STOP,
    NOT,
    DOUBTFUL
  }

  /**
   * @param heldOut written before the rules were, and left alone while they were made
   */
  record Phrase(boolean heldOut, Label label, String text) {

    Heard.Kind kind() {
      return OptOutReader.read(text).kind();
    }
  }

  private LabelledPhrases() {}

  static List<Phrase> all() {
    try (var file = LabelledPhrases.class.getResourceAsStream("phrases.tsv")) {
      var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(LabelledPhrases::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Phrase read(String line) {
    var fields = line.split("\t", 3);
    return new Phrase(
        fields[0].equals("H"), Label.valueOf(fields[1]), fields[2].replace("\\n", "\n"));
  }
}
