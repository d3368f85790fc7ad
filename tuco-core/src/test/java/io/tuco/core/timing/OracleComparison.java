package io.tuco.core.timing;

import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Asks a window and the minute-walking oracle the same questions and counts where they differ. */
final class OracleComparison {

  private static final int STRAY_QUESTIONS = 6;
  private static final long LAST_MILLI = 59_999;

  private final LocalMinutes minutes;
  private final Instant end;
  private final RandomGenerator random;
  private long cases;
  private long questions;
  private long mismatches;
  private String firstMismatch = "";

  OracleComparison(LocalMinutes minutes, RandomGenerator random) {
    this.minutes = minutes;
    this.end = minutes.begin(minutes.count());
    this.random = random;
  }

  Tally tally() {
    return new Tally(cases, questions, mismatches, firstMismatch);
  }

  /** Asks at both sides of every edge the oracle sees, and at some stray milliseconds. */
  void compare(SendWindow window, OracleWindow oracle) {
    BitSet open = minutes.walk(oracle);
    cases++;
    ask(window, open, 0, 0);
    for (int edge = nextEdge(open, 0); edge < minutes.count(); edge = nextEdge(open, edge)) {
      ask(window, open, edge - 1, LAST_MILLI);
      ask(window, open, edge, 0);
      ask(window, open, edge, 1);
    }
    for (int i = 0; i < STRAY_QUESTIONS; i++) {
      ask(window, open, random.nextInt(minutes.count()), random.nextLong(60_000));
    }
  }

  private int nextEdge(BitSet open, int minute) {
    int edge = open.get(minute) ? open.nextClearBit(minute) : open.nextSetBit(minute);
    return edge < 0 ? minutes.count() : edge;
  }

  private void ask(SendWindow window, BitSet open, int minute, long millis) {
    Instant t = minutes.begin(minute).plusMillis(millis);
    Instant next = open.get(minute) ? t : beginOfNext(open, minute);
    questions++;
    if (window.isOpen(t) != open.get(minute) || !agrees(window.nextOpen(t), next)) {
      mismatches++;
      firstMismatch = firstMismatch.isEmpty() ? mismatch(window, t, next) : firstMismatch;
    }
  }

  private Instant beginOfNext(BitSet open, int minute) {
    int next = open.nextSetBit(minute);
    return next < 0 ? end : minutes.begin(next);
  }

  /** An opening the walk did not reach must not lie before its end. */
  private boolean agrees(Optional<Instant> answer, Instant next) {
    return next.equals(end)
        ? answer.filter(opening -> !opening.isBefore(end)).isPresent()
        : answer.equals(Optional.of(next));
  }

  private static String mismatch(SendWindow window, Instant t, Instant next) {
    return "%s at %s: open %s, next %s, but the oracle walked to %s"
        .formatted(window, t, window.isOpen(t), window.nextOpen(t), next);
  }
}
