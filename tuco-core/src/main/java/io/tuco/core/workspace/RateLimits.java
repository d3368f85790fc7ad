package io.tuco.core.workspace;

import java.util.Optional;

/** Requests per minute of a workspace; absent means the server's default (section 1.3). */
public record RateLimits(
    Optional<Integer> send,
    Optional<Integer> availability,
    Optional<Integer> replies,
    Optional<Integer> other) {

  public static RateLimits defaults() {
    return new RateLimits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static RateLimits of(int send, int availability, int replies, int other) {
    return new RateLimits(
        Optional.of(send), Optional.of(availability), Optional.of(replies), Optional.of(other));
  }

  public Optional<Integer> perMinute(RateGroup group) {
    return switch (group) {
      case SEND -> send;
      case AVAILABILITY -> availability;
      case REPLIES -> replies;
      case OTHER -> other;
    };
  }
}
