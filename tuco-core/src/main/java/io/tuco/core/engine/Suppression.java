package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.AutomaticAnswer;
import io.tuco.core.message.Message;
import io.tuco.core.message.Reasons;
import io.tuco.core.store.Stores;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a person may be written to at all. One entry, for whichever address, speaks for all of
 * the person's. Always read afresh (compliance, section 1: intent first, then this).
 */
final class Suppression {

  private final Stores stores;

  Suppression(Stores stores) {
    this.stores = stores;
  }

  /** The documented reason why nobody may; empty when one may. */
  Optional<String> of(Message message, Optional<Lead> lead) {
    return among(
        stores.doNotContact().find(message.workspaceId(), addressesOf(message, lead)), message);
  }

  /** The same of a message that is to be accepted. */
  static Optional<String> of(Message message, Lead lead, Foresight foresight) {
    var addresses = addressesOf(message, Optional.of(lead));
    return among(foresight.doNotContact(message.workspaceId(), addresses), message);
  }

  private static Optional<String> among(List<DoNotContact> found, Message message) {
    var entries = found.stream().filter(entry -> !mayPass(message, entry)).toList();
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    var optedOut =
        entries.stream().anyMatch(entry -> entry.source() == DoNotContact.Source.OPT_OUT);
    return Optional.of(optedOut ? Reasons.OPTED_OUT : Reasons.DO_NOT_CONTACT);
  }

  /** Our own confirmation passes what the person entered; nothing passes what others did. */
  private static boolean mayPass(Message message, DoNotContact entry) {
    return entry.source() == DoNotContact.Source.OPT_OUT
        && message.origin().answer().filter(AutomaticAnswer::isAllowedAfterOptOut).isPresent();
  }

  private static Set<Address> addressesOf(Message message, Optional<Lead> lead) {
    var addresses = new LinkedHashSet<Address>();
    message.recipient().phone().ifPresent(addresses::add);
    message.recipient().email().ifPresent(addresses::add);
    lead.ifPresent(known -> addresses.addAll(known.addresses().all()));
    return addresses;
  }
}
