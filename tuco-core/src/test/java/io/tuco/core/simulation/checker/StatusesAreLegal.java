package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Entry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A message's status follows the table of the API contract, section 4.2. */
final class StatusesAreLegal implements Rule {

  private static final Set<String> BIRTHS = Set.of("pending", "scheduled", "queued", "failed");

  private static final Map<String, Set<String>> MOVES =
      Map.of(
          "queued", Set.of("pending", "scheduled", "sending", "cancelled", "failed"),
          "pending", Set.of("sending", "scheduled", "cancelled", "failed"),
          "scheduled", Set.of("pending", "sending", "cancelled", "failed"),
          "sending", Set.of("sent", "failed", "fallback", "pending"),
          "sent", Set.of("delivered", "failed", "fallback"),
          "failed", Set.of("sent"),
          "delivered", Set.of(),
          "fallback", Set.of(),
          "cancelled", Set.of());

  @Override
  public Stream<Violation> judge(History history) {
    Map<String, String> last = new HashMap<>();
    return history
        .all(Entry.Shown.class)
        .flatMap(shown -> judge(shown, last.put(shown.messageId(), shown.status())));
  }

  private static Stream<Violation> judge(
      Entry.Shown shown, @org.jspecify.annotations.Nullable String before) {
    var legal =
        before == null
            ? BIRTHS.contains(shown.status())
            : allows(before, shown.status()) || isThroughSending(before, shown.status());
    return legal
        ? Stream.empty()
        : Stream.of(
            new Violation(
                "statuses are legal",
                shown.at(),
                shown.messageId() + " went from " + before + " to " + shown.status()));
  }

  static boolean isBirth(String status) {
    return BIRTHS.contains(status);
  }

  static boolean allows(String before, String after) {
    return before.equals(after) || MOVES.getOrDefault(before, Set.of()).contains(after);
  }

  /**
   * Late proof that an earlier attempt left, or an opt-out found after the intent, in one write.
   */
  private static boolean isThroughSending(String before, String after) {
    return before.equals("pending") && after.equals("sent")
        || before.equals("sending") && after.equals("cancelled");
  }
}
