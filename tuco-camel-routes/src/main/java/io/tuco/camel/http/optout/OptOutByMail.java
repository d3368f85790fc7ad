package io.tuco.camel.http.optout;

import io.tuco.core.address.EmailAddress;
import java.util.Optional;

/** Takes note that a person wants no more, as a reply of {@code STOP} would (e-mail contract). */
@FunctionalInterface
public interface OptOutByMail {

  /**
   * Called once per click, so perhaps several times; the second changes nothing. In force when it
   * returns.
   *
   * @param messageId the e-mail whose link was used
   */
  void accept(String workspaceId, Optional<String> leadId, EmailAddress address, String messageId);
}
