package io.tuco.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.StatusRules;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference page of the statuses shows the one transition table. */
final class StatusesPageTest {

  private final DocsPage page = DocsPage.of("reference/statuses.md");

  @Test
  void explainsEveryStatus() {
    var explained = page.tableUnder("Statuses");

    var statuses = explained.stream().skip(2).map(row -> row.split("`")[1]);

    assertThat(statuses)
        .containsExactly(
            Arrays.stream(MessageStatus.values()).map(MessageStatus::wire).toArray(String[]::new));
  }

  @Test
  void showsTheLegalMovesOfTheRules() {
    var expected = table();

    var shown = page.tableUnder("Legal moves");

    assertThat(shown)
        .as("docs/reference/statuses.md must read:\n%s", String.join("\n", expected))
        .isEqualTo(expected);
  }

  private static List<String> table() {
    var head = Stream.of("| from | to |", "|---|---|", "| new | " + words(births()) + " |");
    var rows =
        Arrays.stream(MessageStatus.values())
            .map(from -> "| `" + from.wire() + "` | " + words(StatusRules.successors(from)) + " |");
    return Stream.concat(head, rows).collect(Collectors.toList());
  }

  private static Collection<MessageStatus> births() {
    return StatusRules.births();
  }

  private static String words(Collection<MessageStatus> statuses) {
    return statuses.isEmpty()
        ? "none, it is final"
        : statuses.stream()
            .sorted()
            .map(status -> "`" + status.wire() + "`")
            .collect(Collectors.joining(" "));
  }
}
