package io.tuco.core.store.memory;

import io.tuco.core.address.Address;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadAvailability;
import io.tuco.core.lead.SearchTexts;
import io.tuco.core.store.LeadFilter;
import io.tuco.core.store.LeadStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One lock for all workspaces: a claim of addresses is one step for everybody. */
final class InMemoryLeadStore implements LeadStore {

  /** An address as one workspace knows it. */
  private record Door(String workspaceId, Address address) {}

  private final Table<Lead> leads = new Table<>(Lead::id, Lead::createdAt);
  private final Map<Door, String> owners = new HashMap<>();

  @Override
  public Optional<Lead> find(String workspaceId, String leadId) {
    return leads.find(leadId).filter(lead -> lead.workspaceId().equals(workspaceId));
  }

  @Override
  public List<Lead> findAll(String workspaceId, Collection<String> leadIds) {
    return leadIds.stream().distinct().flatMap(id -> find(workspaceId, id).stream()).toList();
  }

  @Override
  public synchronized Optional<Lead> findByAddress(String workspaceId, Address address) {
    return Optional.ofNullable(owners.get(new Door(workspaceId, address))).flatMap(leads::find);
  }

  @Override
  public Optional<Lead> findByGhlContact(String workspaceId, String ghlContactId) {
    return first(workspaceId, lead -> lead.ghlRecordIds().contains(ghlContactId));
  }

  @Override
  public Optional<Lead> findByHubspotContact(String workspaceId, String hubspotContactId) {
    return first(
        workspaceId,
        lead ->
            lead.integrationIds().hubspotRecordId().filter(hubspotContactId::equals).isPresent());
  }

  @Override
  public synchronized Optional<Lead> create(Lead lead) {
    return leads.find(lead.id()).isPresent() ? Optional.empty() : store(lead);
  }

  @Override
  public synchronized Optional<Lead> update(Lead lead) {
    return find(lead.workspaceId(), lead.id()).isEmpty() ? Optional.empty() : store(lead);
  }

  @Override
  public synchronized Optional<Lead> change(
      String workspaceId, String leadId, UnaryOperator<Lead> change) {
    return find(workspaceId, leadId).flatMap(lead -> store(change.apply(lead)));
  }

  @Override
  public synchronized void noteAvailability(
      String workspaceId, Collection<String> leadIds, LeadAvailability found) {
    findAll(workspaceId, leadIds).forEach(lead -> leads.put(lead.found(found)));
  }

  @Override
  public List<String> idsOfList(String workspaceId, String listId, int limit) {
    return leads
        .newestFirst(lead -> lead.workspaceId().equals(workspaceId) && lead.listId().equals(listId))
        .stream()
        .limit(limit)
        .map(Lead::id)
        .toList();
  }

  @Override
  public synchronized boolean delete(String workspaceId, String leadId) {
    var lead = find(workspaceId, leadId);
    lead.ifPresent(known -> doors(known).forEach(owners::remove));
    return lead.isPresent() && leads.delete(leadId);
  }

  @Override
  public synchronized void moveAll(
      String workspaceId, String fromListId, String toListId, Instant now) {
    leads
        .oldestFirst(
            lead -> lead.workspaceId().equals(workspaceId) && lead.listId().equals(fromListId))
        .forEach(lead -> leads.put(lead.withAddresses(lead.addresses(), now).inList(toListId)));
  }

  @Override
  public Optional<Page<Lead>> search(String workspaceId, LeadFilter filter, PageRequest request) {
    var text = filter.text().toLowerCase(Locale.ROOT);
    return Optional.of(
        Table.page(
            leads.newestFirst(
                lead ->
                    lead.workspaceId().equals(workspaceId)
                        && filter.listId().map(lead.listId()::equals).orElse(true)
                        && (text.isEmpty() || contains(lead, text))),
            request));
  }

  @Override
  public Map<String, Long> countByList(String workspaceId, Collection<String> listIds) {
    return leads
        .oldestFirst(
            lead -> lead.workspaceId().equals(workspaceId) && listIds.contains(lead.listId()))
        .stream()
        .collect(Collectors.groupingBy(Lead::listId, Collectors.counting()));
  }

  private static boolean contains(Lead lead, String text) {
    return SearchTexts.of(lead).stream().anyMatch(each -> each.contains(text));
  }

  private Optional<Lead> store(Lead lead) {
    var where = lead.addresses();
    var primaries = Stream.<Optional<? extends Address>>of(where.phone(), where.email());
    if (!primaries.flatMap(Optional::stream).allMatch(address -> isFreeFor(lead, address))) {
      return Optional.empty();
    }
    var kept = where.keepingAlternates(address -> isFreeFor(lead, address));
    var stored = keepingFound(lead.withAddresses(kept, lead.updatedAt()));
    leads.find(lead.id()).ifPresent(before -> doors(before).forEach(owners::remove));
    doors(stored).forEach(door -> owners.put(door, lead.id()));
    leads.put(stored);
    return Optional.of(stored);
  }

  private Lead keepingFound(Lead lead) {
    return leads.find(lead.id()).flatMap(Lead::availability).map(lead::found).orElse(lead);
  }

  private static Stream<Door> doors(Lead lead) {
    return lead.addresses().all().stream().map(address -> new Door(lead.workspaceId(), address));
  }

  private boolean isFreeFor(Lead lead, Address address) {
    var owner = owners.get(new Door(lead.workspaceId(), address));
    return owner == null || owner.equals(lead.id());
  }

  private Optional<Lead> first(String workspaceId, Predicate<Lead> wanted) {
    return leads
        .oldestFirst(lead -> lead.workspaceId().equals(workspaceId) && wanted.test(lead))
        .stream()
        .findFirst();
  }
}
