package io.tuco.core.workspace;

/**
 * Requests that were taken from a bucket and not made yet. Each has a slot of its own in the time
 * that the bucket takes to regain them, and is void once that slot has passed: so whoever holds
 * slices, and however large, no more is admitted than one bucket would have. Times are nanoseconds
 * since the epoch.
 *
 * @param begin where its first slot began that had not passed when it was last looked at
 * @param from where the first unused slot begins
 * @param to where the last slot ends
 * @param spacing how long a slot is
 */
public record RateSlice(long begin, long from, long to, long spacing) {

  public static RateSlice none() {
    return new RateSlice(0, 0, 0, 1);
  }

  /** What {@code requests} leave between a bucket's being full now and then. */
  public static RateSlice of(RateBucket bucket, long requests) {
    var from = bucket.fullAt();
    return new RateSlice(from, from, bucket.fullAfter(requests), bucket.policy().spacing());
  }

  /** Without what is void by now. */
  public RateSlice at(long now) {
    if (now < from + spacing) {
      return this;
    }
    var start = Math.min(to, from + (now - from) / spacing * spacing);
    return new RateSlice(start, start, to, spacing);
  }

  public long left() {
    return (to - from) / spacing;
  }

  public RateSlice without(long requests) {
    return new RateSlice(begin, from + requests * spacing, to, spacing);
  }

  /** With requests that were taken from it, but were not made after all. */
  public RateSlice with(long requests) {
    return new RateSlice(begin, Math.max(begin, from - requests * spacing), to, spacing);
  }
}
