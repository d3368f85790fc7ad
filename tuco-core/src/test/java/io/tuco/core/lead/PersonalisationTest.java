package io.tuco.core.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tuco.core.message.Content;
import io.tuco.core.message.Manner;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonalisationTest {

  @Test
  void leavesLiteralWordsAsTheyAre() {
    var content = Content.text("Hi {{firstName}}");
    var values = Map.of("firstName", "Ada");

    assertThat(Personalisation.fill(content, values)).isEqualTo("Hi Ada");
    assertThat(Personalisation.fill(content.in(new Manner(true, Optional.empty())), values))
        .isEqualTo("Hi {{firstName}}");
  }

  private static final Map<String, String> ADA =
      Map.of(
          "firstName", "Ada",
          "lastName", "",
          "line_name", "Front desk",
          "favourite color", "blue",
          "trick", "{{firstName}} {firstName} $1 \\");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Hi {{firstName}}!, Hi Ada!",
        "Hi {firstName}!, Hi Ada!",
        "{{firstName|there}}, Ada",
        "{firstName|there}, Ada",
        "Hi {{lastName}}!, Hi !",
        "Hi {lastName}!, Hi !",
        "{{lastName|friend}}, friend",
        "{lastName|friend}, friend",
        "x{{lastName|}}x, xx",
        "x{lastName|}x, xx",
        "x{{nobody}}x, xx",
        "x{nobody}x, x{nobody}x",
        "{{nobody|friend}}, friend",
        "{nobody|friend}, friend",
        "x{{nobody|}}x, xx",
        "x{nobody|}x, xx",
        "{{ firstName }}, Ada",
        "{ firstName }, Ada",
        "{{ lastName | dear friend }}, dear friend",
        "{{favourite color}}, blue",
        "{{line_name}} {{firstName}}{firstName}, Front desk AdaAda",
        "{{lastName|a|b}}, a|b",
        "x{{FirstName}}x, xx",
        "{firstname}, {firstname}",
        "{{{firstName}}}, {Ada}",
        "{{firstName}, {Ada",
        "{firstName}}, Ada}",
      })
  void resolvesEachPlaceholder(String template, String expected) {
    assertThat(Personalisation.fill(template, ADA)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no placeholder",
        "{",
        "}",
        "{}",
        "{{}}",
        "{{ }}",
        "{{|fallback}}",
        "{|fallback}",
        "}{",
        "}}firstName{{",
        "{{firstName",
        "firstName}}",
        "{firstName",
        "costs $1 \\ 50 %",
        "{\"a\": 1}",
        "a { b",
        "\uD83D{"
      })
  void leavesTheRestAsTyped(String template) {
    assertThat(Personalisation.fill(template, ADA)).isEqualTo(template);
  }

  @Test
  void neverLooksAtAFilledInTextAgain() {
    assertThat(Personalisation.fill("{{trick}}", ADA)).isEqualTo("{{firstName}} {firstName} $1 \\");
    assertThat(Personalisation.fill("{{trick}}|{{firstName}}", Map.of("trick", "{{firstName")))
        .isEqualTo("{{firstName|");
    assertThat(Personalisation.fill("{{{trick}}}", Map.of("trick", "{firstName}")))
        .isEqualTo("{{firstName}}");
  }

  @Test
  void takesTheInnerOfNestedPlaceholders() {
    assertThat(Personalisation.fill("{{lastName|{firstName}}}", ADA)).isEqualTo("{{lastName|Ada}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "}", "{{", "{{a", "{a|", "|", "{|", "{{}}", "{ ", "{{a|b", "a"})
  void takesTimeInStepWithTheTextOnly(String hostile) {
    var template = hostile.repeat(1_000_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> Personalisation.fill(template, ADA).length());
  }
}
