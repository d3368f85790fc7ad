package io.tuco.core.crm;

import io.tuco.core.secret.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The tokens of a connection as they are stored.
 *
 * @param refresh empty for a static token
 * @param expiresAt empty for one that does not expire
 * @param grantedAt when they were stored; also tells one pair from the next
 */
public record ConnectionTokens(
    Sealed access, Optional<Sealed> refresh, Optional<Instant> expiresAt, Instant grantedAt) {

  /** At which share of its life a token is replaced, in percent (GHL and HubSpot contracts, 4). */
  private static final int REPLACED_AT = 80;

  public static ConnectionTokens fixed(Sealed access, Instant now) {
    return new ConnectionTokens(access, Optional.empty(), Optional.empty(), now);
  }

  public boolean isRefreshable() {
    return refresh.isPresent();
  }

  /** When to replace them, before anybody refuses them. */
  public Optional<Instant> replaceAt() {
    return expiresAt.map(
        end ->
            grantedAt.plus(
                Duration.between(grantedAt, end).multipliedBy(REPLACED_AT).dividedBy(100)));
  }

  public boolean isDue(Instant now) {
    return isRefreshable() && replaceAt().filter(at -> !now.isBefore(at)).isPresent();
  }
}
