package io.tuco.core.lead;

import io.tuco.core.Change;
import io.tuco.core.message.CrmIds;

/**
 * What a request says about a lead. What it does not speak of stays as it is.
 *
 * @param contactOwnerEmail as written; who that is, the members of the workspace say
 * @param crm set where missing, never overwritten
 */
public record LeadChange(
    Change<String> firstName,
    Change<String> lastName,
    LeadAddressesChange addresses,
    LeadProfileChange profile,
    Change<String> contactOwnerEmail,
    CrmIds crm) {

  /** The same with these ids where a request has none of its own. */
  public LeadChange completedBy(CrmIds ids) {
    return new LeadChange(firstName, lastName, addresses, profile, contactOwnerEmail, crm.or(ids));
  }
}
