package io.tuco.core.message;

import java.util.Optional;

/**
 * What the product understood of a text that a person wrote (compliance, section 1).
 *
 * @param keyword the word or wording it was told by, in upper case without accents; only of a
 *     {@code STOP}
 */
public record Heard(Kind kind, Optional<String> keyword) {

  /** What a text asks of us. */
  public enum Kind {
    /** The person wants nothing more. */
    STOP,
    /** The person wants to hear from us again. */
    START,
    /** The person asks who we are and how this ends. */
    HELP,
    /** A human must read it (settled answer 23). */
    DOUBTFUL,
    /** It concerns people, not us. */
    NOTHING
  }

  public static Heard stop(String keyword) {
    return new Heard(Kind.STOP, Optional.of(keyword));
  }

  public static Heard of(Kind kind) {
    return new Heard(kind, Optional.empty());
  }

  public boolean needsReview() {
    return kind == Kind.DOUBTFUL;
  }
}
