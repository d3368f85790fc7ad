package io.tuco.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference page of the settings is what the code declares, word for word. */
final class SettingsPageTest {

  @Test
  void listsEverySettingAsTheCodeDeclaresIt() {
    var expected = table();

    var page = DocsPage.of("reference/settings.md").tableUnder("All settings");

    assertThat(page)
        .as("docs/reference/settings.md must read:\n%s", String.join("\n", expected))
        .isEqualTo(expected);
  }

  private static List<String> table() {
    var head = Stream.of("| key | environment name | default | meaning |", "|---|---|---|---|");
    return Stream.concat(head, SettingKeys.all().stream().map(SettingsPageTest::row))
        .collect(Collectors.toList());
  }

  private static String row(Setting<?> setting) {
    return String.format(
        "| `%s` | `%s` | %s | %s |",
        setting.key(), setting.environmentName(), fallback(setting), meaning(setting));
  }

  private static String fallback(Setting<?> setting) {
    return setting.fallback().isEmpty() ? "empty" : "`" + setting.fallback() + "`";
  }

  private static String meaning(Setting<?> setting) {
    return setting.meaning() + (setting.secret() ? " Secret: never printed." : "");
  }
}
