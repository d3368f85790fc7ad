package io.tuco.camel.mongo;

import io.tuco.core.address.Address;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadAvailability;
import io.tuco.core.store.Asked;
import io.tuco.core.store.LeadFilter;
import io.tuco.core.store.LeadStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * {@code leads}, and the addresses they hold in {@code contact_points}. Reads cost one command
 * each, a page two; a new lead costs two, for the other writes see {@link AddressHolding}.
 */
final class MongoLeadStore implements LeadStore {

  private static final Document NEWEST_FIRST = MongoIndex.order("-createdAt", "-_id");

  /** Of each of the two commands of a search. */
  private static final Duration LONGEST_SEARCH = Duration.ofSeconds(1);

  private final MongoCollectionCalls leads;
  private final AddressHolding holding;

  MongoLeadStore(MongoCollectionCalls leads, MongoCollectionCalls points) {
    this.leads = leads;
    this.holding = new AddressHolding(leads, points);
  }

  @Override
  public Optional<Lead> find(String workspaceId, String leadId) {
    return leads.findOne(Question.about(one(workspaceId, leadId))).map(LeadDocument::read);
  }

  @Override
  public List<Lead> findAll(String workspaceId, Collection<String> leadIds) {
    var ids = new Document("$in", leadIds.stream().distinct().toList());
    return leads
        .findAll(Question.about(new Document("workspaceId", workspaceId).append("_id", ids)))
        .stream()
        .map(LeadDocument::read)
        .collect(Collectors.toList());
  }

  @Override
  public Optional<Lead> findByAddress(String workspaceId, Address address) {
    return askByAddress(workspaceId, address).answer();
  }

  @Override
  public Asked<Optional<Lead>> askByAddress(String workspaceId, Address address) {
    return holding
        .askHolder(workspaceId, LeadDocument.claim(workspaceId, address))
        .map(holder -> holder.map(LeadDocument::read));
  }

  @Override
  public Optional<Lead> findByGhlContact(String workspaceId, String ghlContactId) {
    return oldest(workspaceId, "integrationIds.ghlRecordIds", ghlContactId);
  }

  @Override
  public Optional<Lead> findByHubspotContact(String workspaceId, String hubspotContactId) {
    return oldest(workspaceId, "integrationIds.hubspotRecordId", hubspotContactId);
  }

  @Override
  public Optional<Lead> create(Lead lead) {
    return holding.create(wish(lead)).map(LeadDocument::read);
  }

  @Override
  public Optional<Lead> update(Lead lead) {
    return holding
        .update(wish(lead))
        .map(LeadDocument::read)
        .map(stored -> lead.availability().map(stored::found).orElse(stored));
  }

  @Override
  public void noteAvailability(
      String workspaceId, Collection<String> leadIds, LeadAvailability found) {
    var ids = new Document("$in", leadIds.stream().distinct().toList());
    leads.updateAll(
        new Document("workspaceId", workspaceId).append("_id", ids),
        new Document("$set", new Document(LeadDocument.AVAILABILITY, found.wire())));
  }

  @Override
  public List<String> idsOfList(String workspaceId, String listId, int limit) {
    return leads
        .findAll(
            Question.about(new Document("workspaceId", workspaceId).append("listId", listId))
                .sortedBy(NEWEST_FIRST)
                .showing(new Document("_id", 1))
                .upTo(limit))
        .stream()
        .map(found -> found.getString("_id"))
        .collect(Collectors.toList());
  }

  @Override
  public Optional<Lead> change(String workspaceId, String leadId, UnaryOperator<Lead> change) {
    var availability = new AtomicReference<Optional<LeadAvailability>>(Optional.empty());
    return holding
        .change(
            workspaceId,
            leadId,
            found -> {
              var before = LeadDocument.read(found);
              availability.set(before.availability());
              return wish(before, change);
            })
        .map(LeadDocument::read)
        .map(stored -> availability.get().map(stored::found).orElse(stored));
  }

  @Override
  public boolean delete(String workspaceId, String leadId) {
    return holding.delete(new Claimant(workspaceId, leadId, 0));
  }

  /** A lead is written whole: a change that was read before this puts it back into its list. */
  @Override
  public void moveAll(String workspaceId, String fromListId, String toListId, Instant now) {
    leads.updateAll(
        new Document("workspaceId", workspaceId).append("listId", fromListId),
        new Document("$set", new Document("listId", toListId).append("updatedAt", Date.from(now))));
  }

  /** By text, the only index that helps is the one for the order: its time is limited. */
  @Override
  public Optional<Page<Lead>> search(String workspaceId, LeadFilter filter, PageRequest request) {
    var query = new Document("workspaceId", workspaceId);
    filter.listId().ifPresent(list -> query.append("listId", list));
    if (!filter.text().isEmpty()) {
      query.append(LeadDocument.SEARCH, TextPart.of(filter.text()));
    }
    var question = Question.about(query).sortedBy(NEWEST_FIRST);
    return filter.text().isEmpty()
        ? Optional.of(leads.page(question, request, LeadDocument::read))
        : leads.page(question, request, LeadDocument::read, LONGEST_SEARCH);
  }

  @Override
  public Map<String, Long> countByList(String workspaceId, Collection<String> listIds) {
    var ids = new Document("$in", List.copyOf(listIds));
    return leads.countBy("listId", new Document("workspaceId", workspaceId).append("listId", ids));
  }

  private Optional<Lead> oldest(String workspaceId, String field, String id) {
    return leads
        .findOne(
            Question.about(new Document("workspaceId", workspaceId).append(field, id))
                .sortedBy(MongoIndex.order("createdAt", "_id")))
        .map(LeadDocument::read);
  }

  private static Document one(String workspaceId, String id) {
    return new Document("workspaceId", workspaceId).append("_id", id);
  }

  private static Optional<AddressHolding.Wish> wish(Lead before, UnaryOperator<Lead> change) {
    return Optional.of(change.apply(before))
        .filter(after -> !after.equals(before))
        .map(MongoLeadStore::wish);
  }

  private static AddressHolding.Wish wish(Lead lead) {
    return new AddressHolding.Wish(
        lead.workspaceId(),
        lead.id(),
        primaries(lead),
        LeadDocument.claims(lead),
        held -> LeadDocument.of(holdingOnly(lead, held)),
        LeadDocument.OPTIONAL);
  }

  private static List<String> primaries(Lead lead) {
    return Stream.<Optional<? extends Address>>of(
            lead.addresses().phone(), lead.addresses().email())
        .flatMap(Optional::stream)
        .map(address -> LeadDocument.claim(lead.workspaceId(), address))
        .collect(Collectors.toList());
  }

  private static Lead holdingOnly(Lead lead, Set<String> held) {
    var kept =
        lead.addresses()
            .keepingAlternates(
                address -> held.contains(LeadDocument.claim(lead.workspaceId(), address)));
    return lead.withAddresses(kept, lead.updatedAt());
  }
}
