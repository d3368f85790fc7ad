package io.tuco.camel.mongo;

import io.tuco.core.store.Asked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;

/**
 * Creates, changes and deletes documents that hold addresses: claim, write, give back.
 *
 * <p>A new document costs 2 commands, a changed one 2, and 1 more each when it gains or loses
 * addresses; rivals for the same address cost more, see {@link AddressClaims}.
 */
final class AddressHolding {

  /**
   * A document to be written.
   *
   * @param required addresses without which it is not written
   * @param wanted all its addresses
   * @param whole the document, given which addresses it has
   * @param optional what the document may lack, see {@link Replacement}
   */
  record Wish(
      String workspaceId,
      String id,
      Collection<String> required,
      Collection<String> wanted,
      Function<Set<String>, Document> whole,
      List<String> optional) {

    Claimant at(long revision) {
      return new Claimant(workspaceId, id, revision);
    }
  }

  private final MongoCollectionCalls documents;
  private final AddressOwners owners;
  private final AddressClaims claims;
  private final AddressTurns turns = new AddressTurns();
  private final GatheredFinds byPoint;

  AddressHolding(MongoCollectionCalls documents, MongoCollectionCalls points) {
    this.documents = documents;
    this.owners = new AddressOwners(documents);
    this.claims = new AddressClaims(points, owners);
    this.byPoint = documents.by(AddressOwners.POINTS);
  }

  /** What was stored; empty when a required address is another's or the id is in use. */
  Optional<Document> create(Wish wish) {
    return turns.inTurn(wish.wanted(), () -> created(wish));
  }

  /** What was stored; empty when it is gone or a required address is another's. */
  Optional<Document> update(Wish wish) {
    return turns.inTurn(wish.wanted(), () -> updated(wish));
  }

  /**
   * Stores what is wished of the document as it is now, asked again when it has changed meanwhile.
   *
   * @param change empty when nothing is to be written
   * @return what is stored now; empty when it is gone or a required address is another's
   */
  Optional<Document> change(
      String workspaceId, String id, Function<Document, Optional<Wish>> change) {
    return turns.inTurn(List.of(id), () -> changed(workspaceId, id, change));
  }

  private Optional<Document> changed(
      String workspaceId, String id, Function<Document, Optional<Wish>> change) {
    for (var rival = 0; rival < AddressOwners.RIVALS; rival++) {
      var now =
          documents.findOne(
              Question.about(new Document("workspaceId", workspaceId).append("_id", id)));
      if (now.isEmpty()) {
        return Optional.empty();
      }
      var wish = change.apply(now.get());
      if (wish.isEmpty()) {
        return now;
      }
      var attempt = attempt(wish.get(), now.get());
      if (attempt.isPresent()) {
        return attempt.get();
      }
    }
    throw AddressOwners.tooManyRivals(id);
  }

  private Optional<Document> created(Wish wish) {
    var claimant = wish.at(0);
    for (var rival = 0; rival < AddressOwners.RIVALS; rival++) {
      var won = claims.claim(claimant, wish.wanted());
      if (!won.containsAll(wish.required())) {
        giveUp(wish, claimant);
        return Optional.empty();
      }
      var stored = write(wish, claimant, won);
      if (stored.isPresent()) {
        return stored;
      }
      var now = owners.revisionOf(claimant);
      if (now.filter(AddressOwners::isBorn).isPresent()) {
        return Optional.empty();
      }
      claimant = wish.at(now.map(AddressOwners::revision).orElse(0L));
    }
    throw AddressOwners.tooManyRivals(wish.id());
  }

  private Optional<Document> updated(Wish wish) {
    for (var rival = 0; rival < AddressOwners.RIVALS; rival++) {
      var now = owners.revisionOf(wish.at(0)).filter(AddressOwners::isBorn);
      if (now.isEmpty()) {
        return Optional.empty();
      }
      var attempt = attempt(wish, now.get());
      if (attempt.isPresent()) {
        return attempt.get();
      }
    }
    throw AddressOwners.tooManyRivals(wish.id());
  }

  /**
   * What was stored on top of that revision, if anything may be; empty when the document has
   * changed since.
   */
  private Optional<Optional<Document>> attempt(Wish wish, Document now) {
    var claimant = wish.at(AddressOwners.revision(now));
    var held = AddressOwners.listed(now);
    var kept = kept(wish, claimant, held);
    if (!kept.containsAll(wish.required())) {
      // What it won stays pending: another update of this revision may rely on it by now, and
      // whoever wants it may take it.
      return Optional.of(Optional.empty());
    }
    var stored = write(wish, claimant, kept);
    stored.ifPresent(written -> claims.release(claimant, without(held, kept)));
    return stored.map(Optional::of);
  }

  boolean delete(Claimant owner) {
    var held = owners.revisionOf(owner).map(AddressOwners::listed).orElseGet(List::of);
    var gone =
        documents.remove(new Document("workspaceId", owner.workspaceId()).append("_id", owner.id()))
            > 0;
    if (gone) {
      // No later claim can stand: its owner is gone for good.
      claims.release(new Claimant(owner.workspaceId(), owner.id(), Long.MAX_VALUE), held);
    }
    return gone;
  }

  /** The document of the workspace that holds a point: it lists it. 1 command. */
  Optional<Document> holder(String workspaceId, String point) {
    return askHolder(workspaceId, point).answer();
  }

  /** The same, to be fetched later. */
  Asked<Optional<Document>> askHolder(String workspaceId, String point) {
    return byPoint.ask(workspaceId, List.of(point)).map(found -> found.stream().findFirst());
  }

  private Set<String> kept(Wish wish, Claimant claimant, List<String> held) {
    var kept = new HashSet<>(held);
    kept.retainAll(wish.wanted());
    kept.addAll(claims.claim(claimant, without(wish.wanted(), held)));
    return kept;
  }

  private Optional<Document> write(Wish wish, Claimant claimant, Set<String> points) {
    var whole = wish.whole().apply(points);
    return owners.write(claimant, whole, wish.optional(), List.copyOf(points))
        ? Optional.of(whole)
        : Optional.empty();
  }

  private void giveUp(Wish wish, Claimant claimant) {
    if (owners.revisionOf(claimant).filter(AddressOwners::isBorn).isEmpty()) {
      claims.release(claimant, wish.wanted());
    }
  }

  private static List<String> without(Collection<String> some, Collection<String> others) {
    var left = new ArrayList<>(some);
    left.removeAll(others);
    return left;
  }
}
