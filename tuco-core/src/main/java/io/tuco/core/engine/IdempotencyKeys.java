package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.intake.KeptAnswer;
import io.tuco.core.intake.KeyRecord;
import io.tuco.core.intake.KeyRules;
import io.tuco.core.intake.KeyStanding;
import io.tuco.core.intake.KeyedCall;
import io.tuco.core.store.IdempotencyStore;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Lets a call be repeated without being done twice (API contract, section 3). A key is claimed,
 * with the ids of its messages, before anything is stored, and bound to its answer before anybody
 * is given it.
 */
public final class IdempotencyKeys {

  /** A record can change under a call this often before something else must be wrong. */
  private static final int RIVALS = 20;

  private final Stores stores;
  private final IdempotencyStore records;
  private final IdGenerator ids;
  private final Clock clock;

  public IdempotencyKeys(Stores stores, IdGenerator ids, Clock clock) {
    this.stores = stores;
    this.records = stores.idempotency();
    this.ids = ids;
    this.clock = clock;
  }

  /** How it stands with the call now. */
  public KeyStanding look(KeyedCall call) {
    return standing(records.find(call.key()), call);
  }

  /**
   * Binds the key to the answer, unless it has one.
   *
   * @return the answer to give: it is the same for whoever ran the call
   */
  public KeptAnswer bind(KeyedCall call, KeptAnswer given) {
    for (var rival = 0; rival < RIVALS; rival++) {
      var found = records.find(call.key());
      if (found.filter(record -> isOf(record, call)).isEmpty()) {
        return given;
      }
      var bound = found.get().answer();
      if (bound.isPresent()) {
        return bound.get();
      }
      if (records.replace(found.get(), found.get().answeredBy(given))) {
        return given;
      }
    }
    throw new IllegalStateException("a key's record changed " + RIVALS + " times");
  }

  /** The key is this call's to run, for a while; empty when it is somebody else's. */
  public Optional<KeyRecord> claim(KeyedCall call, int messages) {
    var now = now();
    var messageIds = IntStream.range(0, messages).mapToObj(place -> ids.objectId()).toList();
    var claimed = KeyRecord.claimedBy(call, messageIds, heldUntil(call, messages, now), now);
    return records.insert(claimed) ? Optional.of(claimed) : takeOver(call, messageIds);
  }

  /** The call is refused after all: the key is free again. */
  void free(KeyRecord held) {
    // Another may have begun it before, and be about to store a message under these ids.
    if (held.revision() > 0 || !records.remove(held)) {
      letGo(held);
    }
  }

  /** The call has failed, and nobody knows how far it got. */
  public void letGo(KeyRecord held) {
    records.replace(held, held.letGo());
  }

  /** The id under which the call is to be completed; empty when nobody began it. */
  Optional<String> begun(KeyedCall call) {
    return records
        .find(call.key())
        .filter(found -> isOf(found, call))
        .map(found -> found.messageIds().get(0));
  }

  private Optional<KeyRecord> takeOver(KeyedCall call, List<String> more) {
    var found = records.find(call.key());
    var kind = standing(found, call).kind();
    if (kind != KeyStanding.Kind.UNFINISHED && kind != KeyStanding.Kind.LET_GO) {
      return Optional.empty();
    }
    var ours = found.orElseThrow().takenOverBy(call, more, heldUntil(call, more.size(), now()));
    return records.replace(found.orElseThrow(), ours) ? Optional.of(ours) : Optional.empty();
  }

  /** A call that waits for the end of its message runs until it is answered. */
  private static Instant heldUntil(KeyedCall call, int messages, Instant now) {
    return now.plus(KeyRules.hold(messages)).plus(call.patience());
  }

  private KeyStanding standing(Optional<KeyRecord> found, KeyedCall call) {
    var standing = KeyRules.standing(found, call, now());
    return standing instanceof KeyStanding.LetGo letGo && isStored(letGo.found())
        ? new KeyStanding.Reused()
        : standing;
  }

  private static boolean isOf(KeyRecord record, KeyedCall call) {
    return record.fingerprint().equals(call.fingerprint());
  }

  private boolean isStored(KeyRecord record) {
    return record.messageIds().stream()
        .anyMatch(id -> stores.messages().find(record.key().workspaceId(), id).isPresent());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
