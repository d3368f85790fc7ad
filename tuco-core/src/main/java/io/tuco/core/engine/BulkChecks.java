package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.address.Address;
import io.tuco.core.lead.BulkCheck;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadAvailability;
import io.tuco.core.store.BulkCheckStore;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks many leads up in the background, a few at a time. What is stored is how far each check is,
 * so that another node, or the next start, goes on where one stopped; at most the few under way are
 * asked again. While its owner gives signs of life, nobody else takes a check up. Thread-safe.
 */
public final class BulkChecks {

  /** The leads of one check; a day has fewer look-ups for all but very large workspaces. */
  public static final int MOST_LEADS = 10_000;

  private static final int MOST_OF_A_WORKSPACE = 5;
  private static final int MOST_AT_ONCE = 8;
  private static final int LOOKED_AT = 64;
  private static final int STEPS = 8;
  private static final int LEADS_PER_WRITE = 500;

  /** How long a check waits for a device that can look up. */
  private static final Duration LIFE = Duration.ofHours(24);

  /** The next few leads of a check, on their way. */
  public record Stretch(BulkCheck check, LookUpSeries series) {}

  private final Stores stores;
  private final NodeLease node;
  private final IdGenerator ids;
  private final Clock clock;
  private final Set<String> atWork = new HashSet<>();

  BulkChecks(Stores stores, NodeLease node, IdGenerator ids, Clock clock) {
    this.stores = stores;
    this.node = node;
    this.ids = ids;
    this.clock = clock;
  }

  /** Stores the order; empty, and nothing is stored, when the workspace has too many already. */
  public Optional<BulkCheck> begin(OwnLines lines, List<String> leadIds) {
    var workspaceId = lines.workspace().id();
    if (stores.bulkChecks().countOf(workspaceId) >= MOST_OF_A_WORKSPACE) {
      return Optional.empty();
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var check = BulkCheck.of(ids.objectId(), workspaceId, lines.lineIds(), leadIds, now);
    stores.bulkChecks().insert(check);
    return Optional.of(check);
  }

  /** Makes this node the owner of checks that nobody works on; each is to be left in the end. */
  public synchronized List<BulkCheck> takeUp() {
    var taken = new ArrayList<BulkCheck>();
    if (!node.isHeld()) {
      return taken;
    }
    var alive = new HashMap<String, Boolean>();
    for (var place : stores.bulkChecks().oldest(LOOKED_AT)) {
      if (atWork.size() < MOST_AT_ONCE && isFree(place, alive)) {
        takeUp(place).ifPresent(taken::add);
      }
    }
    return taken;
  }

  /** The check is not worked on here any more; what is left of it, somebody takes up. */
  public synchronized void leave(BulkCheck check) {
    atWork.remove(check.id());
  }

  /** The next few leads; empty when the workspace is gone, and then the check is as well. */
  public Optional<Stretch> nextOf(BulkCheck check) {
    var workspace = stores.workspaces().find(check.workspaceId());
    if (workspace.isEmpty()) {
      stores.bulkChecks().remove(check);
      return Optional.empty();
    }
    var lines = new OwnLines(workspace.get(), check.lineIds());
    var series = LookUpSeries.each(lines, addresses(check));
    return Optional.of(new Stretch(check, series));
  }

  /**
   * Stores what came of a stretch. Without quota or past its life the check ends here, and the rest
   * of its leads have failed; without a device it waits.
   *
   * @return what there is to go on with; empty when it is over, waits, or belongs to somebody else
   */
  public Optional<BulkCheck> record(Stretch stretch) {
    var check = stretch.check();
    var all = stretch.series().taken();
    var taken = all.stream().takeWhile(result -> result != LookUpResult.NO_DEVICE).toList();
    var old = !clock.instant().isBefore(check.createdAt().plus(LIFE));
    note(check.workspaceId(), check.next(taken.size()), taken);
    if (old || taken.contains(LookUpResult.NO_QUOTA)) {
      end(check, taken.size());
      return Optional.empty();
    }
    var next = check.after(taken.size());
    if (next.isOver()) {
      stores.bulkChecks().remove(check);
      return Optional.empty();
    }
    return stores.bulkChecks().replace(check, next) && taken.size() == all.size()
        ? Optional.of(next)
        : Optional.empty();
  }

  /** Stores what was found of the first of these leads, in one write for each finding. */
  public void note(String workspaceId, List<String> leadIds, List<LookUpResult> results) {
    var found = new HashMap<LeadAvailability, List<String>>();
    for (var place = 0; place < results.size(); place++) {
      found
          .computeIfAbsent(results.get(place).ofLead(), status -> new ArrayList<>())
          .add(leadIds.get(place));
    }
    found.forEach((status, of) -> stores.leads().noteAvailability(workspaceId, of, status));
  }

  /** What is asked about a lead: the address that an iMessage to it would go to first. */
  public static Optional<Address> addressOf(Lead lead) {
    return lead.addresses().all().stream().findFirst();
  }

  private Optional<BulkCheck> takeUp(BulkCheckStore.Place place) {
    return stores
        .bulkChecks()
        .find(place.workspaceId(), place.id())
        .filter(check -> check.owner().equals(place.owner()))
        .flatMap(
            check -> {
              var own = check.ownedBy(node.id());
              return stores.bulkChecks().replace(check, own) ? Optional.of(own) : Optional.empty();
            })
        .map(
            own -> {
              atWork.add(own.id());
              return own;
            });
  }

  private boolean isFree(BulkCheckStore.Place place, Map<String, Boolean> alive) {
    if (place.owner().filter(node.id()::equals).isPresent()) {
      return !atWork.contains(place.id());
    }
    return place.owner().map(owner -> !alive.computeIfAbsent(owner, node::seesAlive)).orElse(true);
  }

  private void end(BulkCheck check, int done) {
    var rest = check.leadIds().subList(check.done() + done, check.leadIds().size());
    for (var from = 0; from < rest.size(); from += LEADS_PER_WRITE) {
      var some = rest.subList(from, Math.min(rest.size(), from + LEADS_PER_WRITE));
      stores.leads().noteAvailability(check.workspaceId(), some, LeadAvailability.ERROR);
    }
    stores.bulkChecks().remove(check);
  }

  private List<Optional<Address>> addresses(BulkCheck check) {
    var some = check.next(STEPS);
    var known =
        stores.leads().findAll(check.workspaceId(), some).stream()
            .collect(Collectors.toMap(Lead::id, Function.identity()));
    return some.stream()
        .map(id -> Optional.ofNullable(known.get(id)).flatMap(BulkChecks::addressOf))
        .toList();
  }
}
