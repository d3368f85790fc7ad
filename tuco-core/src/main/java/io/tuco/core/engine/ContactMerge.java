package io.tuco.core.engine;

import io.tuco.core.Change;
import io.tuco.core.crm.ConnectionMapping;
import io.tuco.core.crm.CrmContact;
import io.tuco.core.lead.AlternatesChange;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadAddresses;
import io.tuco.core.lead.LeadAddressesChange;
import io.tuco.core.lead.LeadChange;
import io.tuco.core.lead.LeadProfile;
import io.tuco.core.lead.LeadProfileChange;
import io.tuco.core.lead.PersonName;
import io.tuco.core.message.CrmIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lead and what a CRM says of it.
 *
 * @param addresses of the contact, without those that other leads have
 */
record ContactMerge(
    CrmContact contact,
    ContactAddresses addresses,
    ConnectionMapping mapping,
    CrmIds crm,
    Instant now) {

  /** The lead with the contact; {@code lead} itself when that is no change. */
  Lead into(Lead lead, Optional<String> owner) {
    var isContact = isContact(lead);
    var merged = isContact ? followed(lead) : completed(lead);
    var owned =
        owner.isPresent() && (isContact || lead.contactOwnerEmail().isEmpty())
            ? merged.ownedBy(owner)
            : merged;
    return owned.equals(lead.withAddresses(lead.addresses(), now)) ? lead : owned;
  }

  /** The CRM's word counts. */
  Lead followed(Lead lead) {
    var name =
        new PersonName(
            text(contact.firstName()).or(() -> lead.name().first()),
            text(contact.lastName()).or(() -> lead.name().last()));
    var profile = lead.profile();
    return changed(
            lead,
            name,
            addresses.over(lead.addresses()),
            text(contact.companyName()).or(profile::companyName),
            text(contact.jobTitle()).or(profile::jobTitle),
            together(profile.customFields(), fields()))
        .metAs(name, crm, now);
  }

  /** The lead's own word counts; what it is called in the CRM becomes another name of it. */
  private Lead completed(Lead lead) {
    var profile = lead.profile();
    return changed(
            lead,
            lead.name(),
            addresses.under(lead.addresses()),
            profile.companyName().or(() -> text(contact.companyName())),
            profile.jobTitle().or(() -> text(contact.jobTitle())),
            together(fields(), profile.customFields()))
        .metAs(new PersonName(text(contact.firstName()), text(contact.lastName())), crm, now);
  }

  private boolean isContact(Lead lead) {
    return crm.ghlContactId()
        .map(id -> lead.ghlRecordIds().contains(id))
        .orElseGet(
            () ->
                crm.hsContactId().isPresent()
                    && crm.hsContactId().equals(lead.integrationIds().hubspotRecordId())
                    && ContactNames.isOfAccount(lead, crm));
  }

  private Lead changed(
      Lead lead,
      PersonName name,
      LeadAddresses where,
      Optional<String> company,
      Optional<String> job,
      Map<String, String> fields) {
    return lead.changedBy(
        new LeadChange(
            to(name.first()),
            to(name.last()),
            new LeadAddressesChange(
                to(where.phone()),
                to(where.email()),
                new AlternatesChange<>(
                    to(where.altPhones().first()),
                    to(where.altPhones().second()),
                    to(where.altPhones().third())),
                new AlternatesChange<>(
                    to(where.altEmails().first()),
                    to(where.altEmails().second()),
                    to(where.altEmails().third()))),
            new LeadProfileChange(
                to(company),
                to(job),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.to(fields),
                Change.to(tags(lead.profile()))),
            Change.none(),
            CrmIds.none()),
        now);
  }

  /** A hook does not know the connection, and tells the fields under the CRM's own names. */
  private Map<String, String> fields() {
    var names = mapping.customFields();
    var fields = new HashMap<String, String>();
    contact
        .customFields()
        .forEach((name, value) -> fields.put(names.getOrDefault(name, name), value));
    return fields;
  }

  private List<String> tags(LeadProfile profile) {
    var tags = new LinkedHashSet<>(profile.tags());
    tags.addAll(contact.tags());
    return new ArrayList<>(tags);
  }

  private static Map<String, String> together(
      Map<String, String> weaker, Map<String, String> stronger) {
    var fields = new HashMap<>(weaker);
    fields.putAll(stronger);
    return fields;
  }

  private static Optional<String> text(Optional<String> said) {
    return said.map(String::strip).filter(kept -> !kept.isEmpty());
  }

  private static <T> Change<T> to(Optional<T> value) {
    return value.map(Change::to).orElseGet(Change::toNothing);
  }
}
