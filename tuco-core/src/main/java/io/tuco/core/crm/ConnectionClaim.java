package io.tuco.core.crm;

import java.util.Optional;

/**
 * A connection whose credentials are to be verified before it is stored.
 *
 * @param draft with its token, or, where there is a code, with one that is of no use yet
 * @param code what an OAuth consent gave, in the clear, to be exchanged for tokens first
 * @param redirectUri where the consent led to
 */
public record ConnectionClaim(
    Connection draft, Optional<String> code, Optional<String> redirectUri) {

  @Override
  public String toString() {
    return draft.id() + " •••";
  }
}
