package io.tuco.core.timing;

/**
 * How often a window and the oracle were asked the same question, and how often they differed.
 *
 * @param cases combinations of clock change, bounds and days
 * @param firstMismatch a sentence, empty while there is none
 */
record Tally(long cases, long questions, long mismatches, String firstMismatch) {

  static final Tally NOTHING = new Tally(0, 0, 0, "");

  Tally plus(Tally other) {
    return new Tally(
        cases + other.cases,
        questions + other.questions,
        mismatches + other.mismatches,
        firstMismatch.isEmpty() ? other.firstMismatch : firstMismatch);
  }
}
