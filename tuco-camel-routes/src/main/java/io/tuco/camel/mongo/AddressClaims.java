package io.tuco.camel.mongo;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Gives each address to one owner at most, although an address (a <em>point</em>) and its owner are
 * two documents and every write changes only one.
 *
 * <p>A point names its owner and the revision of the owner's document on which the claim rests; the
 * owner's document lists the points it holds. Points are claimed first, then the owner is written
 * on top of that revision. <strong>A point is held when its owner's document lists it</strong>;
 * before that its claim is pending, and a crash may have left it so for ever. Whoever wants such a
 * point neither waits nor asks a clock: it counts up the revision of the owner's document, so that
 * the write which was to follow the claim cannot happen any more, and takes the point by
 * compare-and-set. An owner that is not there yet gets a document that has nothing but a revision
 * (see {@link AddressOwners}).
 *
 * <p>So of claimant and taker exactly one succeeds, whichever way they interleave: both need the
 * same revision of the owner first. A claimant that fails so tries again, stamping its points with
 * its new revision, by compare-and-set as well and never with an older one.
 *
 * <p>Costs one command for any number of points that nobody has; two to five more for each that
 * somebody has or left behind.
 */
final class AddressClaims {

  private enum Standing {
    HELD,
    DEAD,
    MOVED
  }

  private final MongoCollectionCalls points;
  private final AddressOwners owners;

  AddressClaims(MongoCollectionCalls points, AddressOwners owners) {
    this.points = points;
    this.owners = owners;
  }

  /** Claims what nobody holds; answers what the claimant now has. */
  Set<String> claim(Claimant claimant, Collection<String> wanted) {
    var won = new HashSet<String>();
    // One order for everybody: rivals meet at the first point they share.
    var left = List.copyOf(new TreeSet<>(wanted));
    while (!left.isEmpty()) {
      var inserted = points.insertUntilPresent(claims(claimant, left));
      won.addAll(left.subList(0, inserted));
      if (inserted < left.size() && wins(claimant, left.get(inserted))) {
        won.add(left.get(inserted));
      }
      left = left.subList(Math.min(inserted + 1, left.size()), left.size());
    }
    return won;
  }

  /** Gives back points that the claimant's document does not list. */
  void release(Claimant claimant, Collection<String> given) {
    if (!given.isEmpty()) {
      points.remove(claimant.holdingAtMost(given));
    }
  }

  /** The claim of a point, be it held or pending. */
  Optional<Claimant> claimOf(String point) {
    return points.findById(point).map(Claimant::read);
  }

  private boolean wins(Claimant claimant, String point) {
    for (var rival = 0; rival < AddressOwners.RIVALS; rival++) {
      var found = claimOf(point);
      if (found.isEmpty()) {
        if (points.insertIfAbsent(claimant.claimOf(point))) {
          return true;
        }
        continue;
      }
      var standing = standing(claimant, found.get(), point);
      if (standing == Standing.HELD) {
        return found.get().id().equals(claimant.id());
      }
      if (standing == Standing.DEAD && takes(claimant, found.get(), point)) {
        return true;
      }
    }
    throw AddressOwners.tooManyRivals(point);
  }

  private Standing standing(Claimant claimant, Claimant found, String point) {
    if (found.id().equals(claimant.id())) {
      // A later claim of the same owner stays: the write that follows ours will fail.
      return found.revision() < claimant.revision() ? Standing.DEAD : Standing.HELD;
    }
    var owner = owners.revisionOf(found);
    if (owner.filter(document -> AddressOwners.listed(document).contains(point)).isPresent()) {
      return Standing.HELD;
    }
    return owners.outdate(found, owner) ? Standing.DEAD : Standing.MOVED;
  }

  private boolean takes(Claimant claimant, Claimant found, String point) {
    return points.update(found.holding(point), new Document("$set", claimant.claim()));
  }

  private static List<Document> claims(Claimant claimant, List<String> wanted) {
    return wanted.stream().map(claimant::claimOf).collect(Collectors.toList());
  }
}
