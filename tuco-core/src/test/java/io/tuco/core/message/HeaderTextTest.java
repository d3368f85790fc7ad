package io.tuco.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeaderTextTest {

  @Test
  void refusesWhatSomeReaderTakesForTheEndOfALine() {
    var refused =
        IntStream.rangeClosed(0, 0xffff).filter(c -> !HeaderText.isAllowed(c)).boxed().toList();

    assertThat(refused)
        .containsExactlyElementsOf(
            IntStream.concat(IntStream.range(0, 0x20), IntStream.of(0x7f, 0x85, 0x2028, 0x2029))
                .boxed()
                .toList());
  }

  @Test
  void takesLettersWhoseLowByteIsALineBreak() {
    assertThat(List.of("\u560d\u560a", "\u760d\u760a")).allMatch(HeaderText::isAllowed);
  }

  @ParameterizedTest
  @CsvSource({
    "'Hi Ada\nSee you', 78, Hi Ada",
    "'\r\n\t  Hi\u2028you', 78, Hi",
    "'Hello there', 7, Hello t",
    "'Hello there', 6, Hello",
    "'😀😀😀', 2, 😀😀",
    "' \n ', 78, ''"
  })
  void findsTheFirstLineOfAText(String text, int longest, String line) {
    assertThat(HeaderText.firstLine(text, longest)).isEqualTo(line);
  }
}
