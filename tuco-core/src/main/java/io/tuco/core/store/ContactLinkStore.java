package io.tuco.core.store;

import io.tuco.core.address.Address;
import io.tuco.core.crm.ContactLink;
import java.util.Collection;
import java.util.Optional;

/**
 * Remembers which contacts of CRMs addresses belong to. Every change is one compare-and-set on the
 * version, so that of rivals for an address exactly one goes to the CRM.
 */
public interface ContactLinkStore {

  Optional<ContactLink> find(String workspaceId, String connectionId, Address address);

  /**
   * Stores {@code after}, which is one version on.
   *
   * @param seen as it was read; of version 0 when it was never stored
   * @return false, and nothing changed, when somebody else has changed it meanwhile
   */
  boolean replace(ContactLink seen, ContactLink after);

  /** The contact is gone: no address of the connection belongs to it any more. */
  void unlink(String workspaceId, String connectionId, String contactId);

  /** Forgets these addresses of the workspace, for every connection. */
  void forget(String workspaceId, Collection<? extends Address> addresses);

  /** Forgets everything of a connection that is gone. */
  void forgetConnection(String workspaceId, String connectionId);
}
