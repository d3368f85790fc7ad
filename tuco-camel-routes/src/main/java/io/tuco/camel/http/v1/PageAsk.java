package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which part of a list is asked for (/v1 contract, section 1).
 *
 * @param limit 1 to 100
 * @param after the last item that the client has; empty for the beginning
 */
record PageAsk(int limit, Optional<Cursor> after) {

  private static final int DEFAULT = 50;
  private static final int MOST = 100;
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

  /** What is wrong with it, the words tell. */
  static PageAsk of(Words words) {
    var limit = words.optional("limit", "a whole number from 1 to " + MOST, PageAsk::limit);
    var after = words.optional("cursor", "one that an earlier page gave", Cursor::parse);
    return new PageAsk(limit.orElse(DEFAULT), after);
  }

  /** One more than are shown: whether there are more is told by it. */
  int fetched() {
    return limit + 1;
  }

  /**
   * @param found up to {@link #fetched} items, in the order of the list
   */
  <T> HttpAnswer answer(List<T> found, Function<T, Cursor> place, Function<T, Object> view) {
    var shown = found.subList(0, Math.min(limit, found.size()));
    var next =
        found.size() > limit
            ? Optional.of(place.apply(shown.get(limit - 1)).print())
            : Optional.<String>empty();
    return Answers.list(shown.stream().map(view).toList(), next);
  }

  /** A list that has no more than one page. */
  static <T> HttpAnswer whole(List<T> all, Function<T, ?> view) {
    return Answers.list(all.stream().map(view).toList());
  }

  private static Optional<Integer> limit(String text) {
    return Optional.of(text)
        .filter(digits -> WHOLE.matcher(digits).matches())
        .map(Integer::valueOf)
        .filter(number -> number >= 1 && number <= MOST);
  }
}
