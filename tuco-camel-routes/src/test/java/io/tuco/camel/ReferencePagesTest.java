package io.tuco.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.EventDialect;
import io.tuco.core.event.EventName;
import io.tuco.core.intake.RejectionCode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names and texts that callers rely on stand on their reference page, spelled as in the code. */
final class ReferencePagesTest {

  @Test
  void namesEveryRouteAndSeam() {
    var page = DocsPage.of("reference/routes-and-seams.md").text();

    var names = Stream.concat(constants(RouteIds.class), constants(Seams.class));

    assertThat(names).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  @Test
  void namesEveryFailurePolicy() {
    var page = DocsPage.of("reference/routes-and-seams.md").text();

    var names =
        Stream.of(
            FailureRoutes.ANSWERING,
            FailureRoutes.WORKING,
            FailureRoutes.INNER,
            FailureRoutes.RECORDING);

    assertThat(names).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  @Test
  void quotesEveryRefusalOfTheSendCall() {
    var page = withoutNames(DocsPage.of("reference/http-api.md").text());

    var texts = Arrays.stream(RejectionCode.values()).map(ReferencePagesTest::text);

    assertThat(texts).allSatisfy(text -> assertThat(page).contains(text));
  }

  @Test
  void namesEveryEvent() {
    var page = DocsPage.of("reference/webhooks.md").text();

    var names = EventName.of(EventDialect.API).stream().map(EventName::wire);

    assertThat(names).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  private static String text(RejectionCode code) {
    return withoutNames("`" + code.rejection("<field>", "<type>").message() + "`");
  }

  /** Where a text is filled in, the page may say in its own words with what. */
  private static String withoutNames(String text) {
    return text.replaceAll("<\\w+>", "<>");
  }

  private static Stream<String> constants(Class<?> names) {
    return Arrays.stream(names.getDeclaredFields())
        .filter(field -> field.getType() == String.class)
        .filter(field -> Modifier.isPublic(field.getModifiers()))
        .map(ReferencePagesTest::value);
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
