package io.tuco.core.lead;

import io.tuco.core.message.CrmIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The names and GHL records under which a person arrived besides the lead's own, oldest first. One
 * for each name and each record; what arrives when it is full is not kept.
 */
public record LeadAliases(List<LeadAlias> items) {

  /** A person has a handful; more is a CRM that makes up ids. */
  public static final int MOST = 50;

  public LeadAliases {
    items = List.copyOf(items);
  }

  public static LeadAliases none() {
    return new LeadAliases(List.of());
  }

  /** Every GHL record of these, without repeats. */
  public List<String> ghlRecordIds() {
    return items.stream().flatMap(alias -> alias.ghlRecordId().stream()).distinct().toList();
  }

  /**
   * With what a request brought, where the lead knows it neither as its own nor as an alias.
   *
   * @param own the lead's own name
   * @param ids the lead's own ids
   */
  LeadAliases seeing(
      PersonName arrived, CrmIds crm, PersonName own, IntegrationIds ids, Instant now) {
    var name = arrived.full().filter(full -> !isKnownName(full, own));
    var record = crm.ghlContactId().filter(id -> !isKnownRecord(id, ids));
    if (name.isEmpty() && record.isEmpty() || items.size() >= MOST) {
      return this;
    }
    var more = new ArrayList<>(items);
    more.add(new LeadAlias(arrived, crm.ghlContactId(), crm.ghlLocationId(), now));
    return new LeadAliases(more);
  }

  private boolean isKnownName(String full, PersonName own) {
    return Stream.concat(Stream.of(own), items.stream().map(LeadAlias::name))
        .flatMap(name -> name.full().stream())
        .anyMatch(known -> known.equals(full) || spelt(known).equals(spelt(full)));
  }

  private boolean isKnownRecord(String id, IntegrationIds ids) {
    return Stream.concat(ids.ghlRecordId().stream(), ghlRecordIds().stream()).anyMatch(id::equals);
  }

  /** One name, however it is typed. */
  private static String spelt(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
