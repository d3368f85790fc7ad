package io.tuco.core.store;

import io.tuco.core.address.Address;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadAvailability;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Remembers leads; an address belongs to one lead of a workspace at most. */
public interface LeadStore {

  Optional<Lead> find(String workspaceId, String leadId);

  /** Those of these leads that the workspace has, in no order. */
  List<Lead> findAll(String workspaceId, Collection<String> leadIds);

  /** The lead that has the address, as a primary or an alternate one. */
  Optional<Lead> findByAddress(String workspaceId, Address address);

  /** The same, to be fetched later; not from before it was asked. */
  default Asked<Optional<Lead>> askByAddress(String workspaceId, Address address) {
    var found = findByAddress(workspaceId, address);
    return () -> found;
  }

  Optional<Lead> findByGhlContact(String workspaceId, String ghlContactId);

  Optional<Lead> findByHubspotContact(String workspaceId, String hubspotContactId);

  /**
   * Stores a new lead and claims its addresses. An alternate that another lead has is left out;
   * when another lead has its phone or e-mail, nothing is stored and the answer is empty. Of rivals
   * for a phone or an e-mail exactly one is stored.
   */
  Optional<Lead> create(Lead lead);

  /**
   * Stores a changed lead, claims its new addresses and gives back those it no longer has. An
   * alternate that another lead has is left out. Answers what was stored; empty, and nothing is
   * changed, when the lead is gone or another lead has its phone or e-mail.
   */
  Optional<Lead> update(Lead lead);

  /**
   * Stores what {@code change} makes of the lead as it is now, as {@link #update} does; asked again
   * when somebody else has changed the lead meanwhile, so that no change is lost. What is returned
   * unchanged is not written.
   */
  Optional<Lead> change(String workspaceId, String leadId, UnaryOperator<Lead> change);

  /**
   * Stores what a look-up found of these leads, where the workspace has them; nothing else of them
   * changes, and no {@link #update} undoes it.
   */
  void noteAvailability(String workspaceId, Collection<String> leadIds, LeadAvailability found);

  /** The ids of the list's leads, newest first; the first {@code limit} of them. */
  List<String> idsOfList(String workspaceId, String listId, int limit);

  /** Forgets the lead and gives its addresses back; false when the workspace has no such lead. */
  boolean delete(String workspaceId, String leadId);

  /** Moves every lead of the one list to the other. */
  void moveAll(String workspaceId, String fromListId, String toListId, Instant now);

  /**
   * Newest first, then greatest id first; empty when the text cannot be searched for in the time
   * that a caller is willing to wait.
   */
  Optional<Page<Lead>> search(String workspaceId, LeadFilter filter, PageRequest request);

  /** How many leads each of these lists has; a list without any is left out. */
  Map<String, Long> countByList(String workspaceId, Collection<String> listIds);
}
