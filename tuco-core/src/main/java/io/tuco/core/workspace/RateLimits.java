package io.tuco.core.workspace;

import java.util.Optional;

/** Requests per minute of a workspace; absent means the contract's default (section 1.3). */
public record RateLimits(
    Optional<Integer> send,
    Optional<Integer> availability,
    Optional<Integer> replies,
    Optional<Integer> other) {

  public static RateLimits defaults() {
    return new RateLimits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
