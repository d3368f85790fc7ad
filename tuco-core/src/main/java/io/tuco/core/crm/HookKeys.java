package io.tuco.core.crm;

import java.util.Optional;

/**
 * What verifies a hook of a connection.
 *
 * @param accountId the account that notices of this URL must be about, where the URL names a
 *     connection
 * @param urlSecret of the connection, in the clear
 */
public record HookKeys(Optional<String> accountId, Optional<String> urlSecret) {

  @Override
  public String toString() {
    return "•••";
  }
}
