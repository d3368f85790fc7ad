package io.tuco.core.crm;

import io.tuco.core.address.Address;
import java.time.Instant;
import java.util.Optional;

/**
 * Which contact of a connection's account an address belongs to, and who is about to find out: one
 * at a time, over all nodes.
 *
 * @param triedAt until when somebody may have made the contact who was not heard of again
 * @param lease while somebody is at it; others stand back until it ends
 * @param version one more at every change
 */
public record ContactLink(
    String connectionId,
    String workspaceId,
    Address address,
    Optional<String> contactId,
    Optional<Instant> triedAt,
    Optional<Lease> lease,
    long version) {

  /**
   * The right to find or make the contact.
   *
   * @param holder different for every try
   */
  public record Lease(String holder, Instant until) {}

  public static ContactLink unknown(Connection connection, Address address) {
    return new ContactLink(
        connection.id(),
        connection.workspaceId(),
        address,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  public boolean isHeld(Instant now) {
    return lease.filter(held -> now.isBefore(held.until())).isPresent();
  }

  /** With the try written down before it is begun. */
  public ContactLink tried(Lease by) {
    return next(contactId, Optional.of(by.until()), Optional.of(by));
  }

  public ContactLink found(String contact) {
    return next(Optional.of(contact), Optional.empty(), Optional.empty());
  }

  /** The try is over, and as far as it goes, this is known of it. */
  public ContactLink over(Optional<Instant> stillTriedAt) {
    return next(contactId, stillTriedAt, Optional.empty());
  }

  private ContactLink next(Optional<String> contact, Optional<Instant> at, Optional<Lease> held) {
    return new ContactLink(connectionId, workspaceId, address, contact, at, held, version + 1);
  }
}
