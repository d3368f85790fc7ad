package io.tuco.core.workspace;

import io.tuco.core.Change;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A partial update of a workspace; absent values stay.
 *
 * @param readOnly whether writes are to be refused
 * @param readOnlyReason the word for it; without one it is {@code past_due}
 */
public record WorkspaceChange(
    Optional<String> name,
    Optional<ZoneId> zone,
    Optional<String> defaultRegion,
    Optional<Boolean> readOnly,
    Optional<String> readOnlyReason,
    RateLimitsChange rateLimits,
    Optional<UnknownPolicy> unknownPolicy,
    Optional<ZoneId> capResetZone,
    Optional<DoubleSendGuard> doubleSendGuard,
    Optional<AnswerTexts> answerTexts,
    Optional<SendDefaults> sendDefaults) {

  /** Requests per minute; set to nothing means the contract's default. */
  public record RateLimitsChange(
      Change<Integer> send,
      Change<Integer> availability,
      Change<Integer> replies,
      Change<Integer> other) {

    public static RateLimitsChange none() {
      return new RateLimitsChange(Change.none(), Change.none(), Change.none(), Change.none());
    }

    RateLimits appliedTo(RateLimits current) {
      return new RateLimits(
          send.after(current.send()),
          availability.after(current.availability()),
          replies.after(current.replies()),
          other.after(current.other()));
    }
  }

  private static final String PAST_DUE = "past_due";

  public Workspace appliedTo(Workspace current, Instant now) {
    return new Workspace(
        current.id(),
        name.orElse(current.name()),
        zone.orElse(current.zone()),
        defaultRegion.orElse(current.defaultRegion()),
        reasonAfter(current),
        rateLimits.appliedTo(current.rateLimits()),
        current.smsFallback(),
        unknownPolicy.orElse(current.unknownPolicy()),
        capResetZone.map(zone -> current.capDays().turningIn(zone, now)).orElse(current.capDays()),
        doubleSendGuard.orElse(current.doubleSendGuard()),
        answerTexts.orElse(current.answerTexts()),
        sendDefaults.orElse(current.sendDefaults()),
        current.createdAt(),
        now);
  }

  /** A reason alone does not lock a workspace: that takes the switch. */
  private Optional<String> reasonAfter(Workspace current) {
    return readOnly.orElse(current.isReadOnly())
        ? Optional.of(readOnlyReason.or(current::readOnlyReason).orElse(PAST_DUE))
        : Optional.empty();
  }
}
