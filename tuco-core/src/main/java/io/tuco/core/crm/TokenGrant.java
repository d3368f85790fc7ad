package io.tuco.core.crm;

import java.time.Duration;
import java.util.Optional;

/**
 * Tokens as a CRM gave them, in the clear: seal before storing, never log.
 *
 * @param life of the access token from now; empty for one that does not expire
 * @param accountId whose it is, where the CRM said so
 */
public record TokenGrant(
    String accessToken,
    Optional<String> refreshToken,
    Optional<Duration> life,
    Optional<String> accountId) {

  @Override
  public String toString() {
    return "•••";
  }
}
