package io.tuco.camel.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.HttpAnswer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters, ids and places of the facade, without a route. */
final class WordsTest {

  private static final String HEX = "64b0c0ffee0000000000a001";

  @Test
  void refusesTheFirstThatIsMissingBeforeTheFirstThatIsInvalid() {
    var words = Words.ofQuery(Map.of("a", "x", "b", "y"));

    words.required("b", "a number", text -> Optional.<Integer>empty());
    words.required("a", "a number", text -> Optional.<Integer>empty());
    assertThat(errorOf(words)).containsEntry("param", "b");

    words.required("c", "a number", text -> Optional.<Integer>empty());
    words.required("d", "a number", text -> Optional.<Integer>empty());
    assertThat(errorOf(words))
        .containsEntry("code", "missing_required_parameter")
        .containsEntry("message", "The 'c' query parameter is required.")
        .containsEntry("param", "c");
  }

  @Test
  void callsAMemberOfABodyAField() {
    var body = new HashMap<String, Object>(Map.of("from", 5));
    body.put("to", null);
    var words = Words.ofBody(body);

    words.required("from", "a line", Optional::of);
    assertThat(errorOf(words)).containsEntry("message", "The 'from' field must be a line.");

    words.required("to", "a recipient", Optional::of);
    assertThat(errorOf(words)).containsEntry("message", "The 'to' field is required.");
  }

  @ParameterizedTest
  @EnumSource(IdKind.class)
  void readsTheIdsThatItPrintsAndNoOthers(IdKind kind) {
    assertThat(kind.parse(kind.print(HEX))).contains(HEX);
    assertThat(kind.parse(HEX)).isEmpty();
    assertThat(kind.parse(kind.print(HEX) + "0")).isEmpty();
    assertThat(kind.parse(kind.print(HEX.toUpperCase(java.util.Locale.ROOT)))).isEmpty();
    assertThat(IdKind.values())
        .filteredOn(other -> other != kind)
        .allMatch(other -> other.parse(kind.print(HEX)).isEmpty());
  }

  @Test
  void readsThePlacesThatItPrints() {
    var place = new Cursor(Instant.ofEpochMilli(1_805_000_000_123L), HEX);

    assertThat(place.print()).matches("[A-Za-z0-9_-]+");
    assertThat(Cursor.parse(place.print())).contains(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!!", "MS54", "OTk5OTk5OTk5OTk5OTk5OTkuNjRiMGMw", "\uD83D"})
  void readsNoOtherPlaces(String text) {
    assertThat(Cursor.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "1.5", "ten", "1e2", "99999999999", "+5"})
  void refusesALimitOutsideOfOneToAHundred(String limit) {
    var words = Words.ofQuery(Map.of("limit", limit));

    PageAsk.of(words);

    assertThat(errorOf(words))
        .containsEntry("code", "invalid_parameter_value")
        .containsEntry("param", "limit");
  }

  @Test
  void refusesACursorThatNoPageGave() {
    var words = Words.ofQuery(Map.of("cursor", "page-2"));

    PageAsk.of(words);

    assertThat(errorOf(words)).containsEntry("param", "cursor");
  }

  @Test
  void tellsOfMoreOnlyWhereThereIs() {
    var ask = PageAsk.of(Words.ofQuery(Map.of("limit", "2")));

    assertThat(page(ask, 2)).containsEntry("has_more", false).containsEntry("next_cursor", null);
    assertThat(page(ask, 3))
        .containsEntry("data", List.of(0, 1))
        .containsEntry("has_more", true)
        .containsEntry("next_cursor", placeOf(1).print());
    assertThat(PageAsk.of(Words.ofQuery(Map.of())).limit()).isEqualTo(50);
  }

  private static Map<String, Object> page(PageAsk ask, int found) {
    var items = IntStream.range(0, found).boxed().toList();
    return members(ask.answer(items, WordsTest::placeOf, item -> item).body());
  }

  private static Cursor placeOf(int item) {
    return new Cursor(Instant.ofEpochMilli(item), HEX);
  }

  private static Map<String, Object> errorOf(Words words) {
    var answer = words.checked(true).answered(fine -> HttpAnswer.success());
    assertThat(answer.status()).isEqualTo(400);
    return members(answer.body().get("error"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> members(Object object) {
    return (Map<String, Object>) object;
  }
}
