package io.tuco.core.workspace;

/**
 * A token bucket at an instant, kept as one number: when it will be full again, GCRA's theoretical
 * arrival time. Times are nanoseconds since the epoch.
 *
 * <p>A clock that was wrong for a while shuts nobody out: what lies a little further ahead than an
 * empty bucket is an empty one, and what lies much further ahead says nothing.
 */
public record RateBucket(RateLimit policy, long now, long fullAt) {

  public RateBucket {
    var empty = now + policy.capacity();
    fullAt = fullAt > empty + policy.capacity() ? now : Math.max(now, Math.min(fullAt, empty));
  }

  /** How many requests it has for now. */
  public long available() {
    return (now + policy.capacity() - fullAt) / policy.spacing();
  }

  /** When it would be full again if so many requests were taken from it. */
  public long fullAfter(long requests) {
    return fullAt + requests * policy.spacing();
  }

  /** Nanoseconds until it has so many; 0 when it has. */
  public long waitFor(long requests) {
    return Math.max(0, fullAfter(requests) - now - policy.capacity());
  }
}
