package io.tuco.core.event;

/** What {@link UrlRules} say about a text that should be a URL. */
public sealed interface UrlVerdict {

  /** The three answers, to switch on. */
  enum Kind {
    ALLOWED,
    MALFORMED,
    FORBIDDEN
  }

  Kind kind();

  /**
   * May be used, as far as its text goes: the addresses its host resolves to are still to judge.
   */
  record Allowed(GuardedUrl url) implements UrlVerdict {
    @Override
    public Kind kind() {
      return Kind.ALLOWED;
    }
  }

  /** Not a URL with a host at all. */
  record Malformed() implements UrlVerdict {
    @Override
    public Kind kind() {
      return Kind.MALFORMED;
    }
  }

  /** A URL that we do not call. Which rule it broke is not told: answers are no network map. */
  record Forbidden() implements UrlVerdict {
    @Override
    public Kind kind() {
      return Kind.FORBIDDEN;
    }
  }
}
