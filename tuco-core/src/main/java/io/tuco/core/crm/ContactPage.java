package io.tuco.core.crm;

import java.util.List;
import java.util.Optional;

/**
 * A page of contacts.
 *
 * @param next the mark of the page after it, opaque; empty on the last
 * @param total how many there are, where the CRM says so
 */
public record ContactPage(List<CrmContact> contacts, Optional<String> next, Optional<Long> total) {

  public ContactPage {
    contacts = List.copyOf(contacts);
  }
}
