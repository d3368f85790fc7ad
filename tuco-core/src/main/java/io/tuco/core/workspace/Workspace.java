package io.tuco.core.workspace;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A tenant.
 *
 * @param id {@code org_…}
 * @param zone the zone of its working days
 * @param defaultRegion ISO 3166 alpha-2, for numbers without a country code
 * @param smsFallback the account that texts leave from where no line of its own sends them
 * @param capDays when the days of its lines' caps turn
 * @param doubleSendGuard whether the same words sent twice are one message
 * @param answerTexts what it answers by itself to an opt-out and the like
 * @param sendDefaults what holds for its sends where nobody says otherwise
 * @param readOnlyReason present while writes are refused with 402
 */
public record Workspace(
    String id,
    String name,
    ZoneId zone,
    String defaultRegion,
    Optional<String> readOnlyReason,
    RateLimits rateLimits,
    SmsFallback smsFallback,
    UnknownPolicy unknownPolicy,
    CapDays capDays,
    DoubleSendGuard doubleSendGuard,
    AnswerTexts answerTexts,
    SendDefaults sendDefaults,
    Instant createdAt,
    Instant updatedAt) {

  public Workspace withSmsFallback(SmsFallback changed, Instant now) {
    return new Workspace(
        id,
        name,
        zone,
        defaultRegion,
        readOnlyReason,
        rateLimits,
        changed,
        unknownPolicy,
        capDays,
        doubleSendGuard,
        answerTexts,
        sendDefaults,
        createdAt,
        now);
  }

  public boolean isReadOnly() {
    return readOnlyReason.isPresent();
  }
}
