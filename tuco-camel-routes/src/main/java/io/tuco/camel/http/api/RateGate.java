package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.engine.RateLimiter;
import io.tuco.core.workspace.RateDecision;
import io.tuco.core.workspace.RateGroup;
import io.tuco.core.workspace.RateKey;
import io.tuco.core.workspace.RateLimit;
import io.tuco.core.workspace.RateLimits;
import java.time.Duration;
import java.util.Optional;

/**
 * Holds the keys of a workspace together to its limits, and tells every caller how they stand, in
 * the fields of draft-ietf-httpapi-ratelimit-headers (API contract, section 1.3).
 */
final class RateGate {

  private static final HttpAnswer EXCEEDED = HttpAnswer.error(429, "Rate limit exceeded");

  private final RateLimiter limiter;
  private final RateLimits defaults;

  /**
   * @param defaults of every group
   */
  RateGate(RateLimiter limiter, RateLimits defaults) {
    this.limiter = limiter;
    this.defaults = defaults;
  }

  /** Counts the call; the refusal of one too many. */
  Optional<HttpAnswer> refusal(ApiCall call) {
    return ask(call, 1);
  }

  /**
   * Counts a call that turned out to stand for more; refused, it does not count at all. With what
   * it was counted as, it stands for no more than the whole limit, or it could never be made.
   */
  Optional<HttpAnswer> refusalOfMore(ApiCall call, int more) {
    var group = group(call);
    var counted = Math.min(more, policy(call, group).limit() - 1);
    var refused = counted == 0 ? Optional.<HttpAnswer>empty() : ask(call, counted);
    if (refused.isPresent()) {
      limiter.giveBack(key(call, group), 1);
    }
    return refused;
  }

  private Optional<HttpAnswer> ask(ApiCall call, int requests) {
    var group = group(call);
    var decision = limiter.ask(key(call, group), policy(call, group), requests);
    tell(call, group, requests, decision);
    return decision.isAdmitted()
        ? Optional.empty()
        : Optional.of(EXCEEDED.with("Retry-After", String.valueOf(seconds(decision.retryIn()))));
  }

  private static RateGroup group(ApiCall call) {
    return RateGroups.ofRoute(call.request().routeId());
  }

  private static RateKey key(ApiCall call, RateGroup group) {
    return new RateKey(call.workspaceId(), "api:" + group.wire());
  }

  private RateLimit policy(ApiCall call, RateGroup group) {
    var own = call.access().workspace().rateLimits().perMinute(group);
    return RateLimit.perMinute(own.or(() -> defaults.perMinute(group)).orElseThrow());
  }

  /** The policy's name is the group's; {@code t} is when all of it is there again, or the wait. */
  private static void tell(ApiCall call, RateGroup group, int requests, RateDecision decision) {
    var name = "\"" + group.wire() + "\"";
    var policy = decision.policy();
    // Who was refused for many may have room for fewer.
    var remaining =
        decision.isAdmitted() ? decision.remaining() : Math.min(decision.remaining(), requests - 1);
    var resetIn = decision.isAdmitted() ? decision.fullIn() : decision.retryIn();
    var headers = call.request().answerHeaders();
    headers.put(
        "RateLimit-Policy", name + ";q=" + policy.limit() + ";w=" + policy.period().toSeconds());
    headers.put("RateLimit", name + ";r=" + remaining + ";t=" + seconds(resetIn));
  }

  /** Rounded up: who comes back then is not too early. */
  private static long seconds(Duration time) {
    return time.plusNanos(999_999_999).toSeconds();
  }
}
