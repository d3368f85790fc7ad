package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Letter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A text follows a message only after that one is shown as {@code fallback}, or as {@code failed}
 * where its sender wanted one; never while its outcome is unknown, and one at most. Nothing of the
 * message itself has reached the person then, unless somebody's order said so.
 */
final class FallbackIsKept implements Rule {

  private static final Set<String> ENDED = Set.of("fallback", "failed");

  @Override
  public Stream<Violation> judge(History history) {
    Map<String, String> followers = new HashMap<>();
    return history
        .talks()
        .flatMap(
            talk ->
                history
                    .letter(talk.messageId())
                    .filter(letter -> letter.fallbackOf().isPresent())
                    .stream()
                    .flatMap(letter -> judge(talk, letter, followers, history)));
  }

  private static Stream<Violation> judge(
      Talk talk, Letter letter, Map<String, String> followers, History history) {
    var original = letter.fallbackOf().orElseThrow();
    var other = followers.putIfAbsent(original, letter.messageId());
    if (other != null && !other.equals(letter.messageId())) {
      return violation(talk, original + " is followed by two texts");
    }
    if (!isEnded(original, talk, history)) {
      return violation(talk, "a text followed " + original + ", which had not ended");
    }
    return history.talksOf(original).stream().anyMatch(Talk::arrived)
            && history.orders(original).isEmpty()
            && history.resendAfter(letter.workspaceId()).isEmpty()
        ? violation(talk, "a text followed " + original + ", which had left")
        : Stream.empty();
  }

  private static boolean isEnded(String original, Talk talk, History history) {
    var shown =
        history.shown(original).stream()
            .filter(each -> each.at().isBefore(talk.at()))
            .filter(each -> ENDED.contains(each.status()))
            .findFirst();
    return shown
        .filter(
            each ->
                each.status().equals("fallback")
                    || history.letter(original).map(Letter::fallbackOnFailed).orElse(false))
        .isPresent();
  }

  private static Stream<Violation> violation(Talk talk, String what) {
    return Stream.of(new Violation("fallback is kept", talk.at(), what));
  }
}
