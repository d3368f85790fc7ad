package io.tuco.core.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is remembered of a key: written before its messages, whose ids it fixes, so that a crash in
 * between leaves something to complete and nothing to do twice (settled answer 9).
 *
 * @param heldUntil until when whoever runs the call is left alone; absent once it has given up
 * @param answer present once the call is over, and for good
 * @param revision counts the changes: each is made of the one before it
 */
public record KeyRecord(
    IdempotencyKey key,
    String fingerprint,
    List<String> messageIds,
    Optional<Instant> heldUntil,
    Optional<KeptAnswer> answer,
    int revision,
    Instant createdAt) {

  public KeyRecord {
    messageIds = List.copyOf(messageIds);
  }

  public static KeyRecord claimedBy(
      KeyedCall call, List<String> messageIds, Instant heldUntil, Instant now) {
    return new KeyRecord(
        call.key(),
        call.fingerprint(),
        messageIds,
        Optional.of(heldUntil),
        Optional.empty(),
        0,
        now);
  }

  /**
   * Whoever ran the call is gone: another completes it, under the same ids.
   *
   * @param own as many ids as the call has messages, for those beyond the first one's
   */
  public KeyRecord takenOverBy(KeyedCall call, List<String> own, Instant until) {
    var more = own.subList(Math.min(messageIds.size(), own.size()), own.size());
    return new KeyRecord(
        key,
        call.fingerprint(),
        Stream.concat(messageIds.stream(), more.stream()).toList(),
        Optional.of(until),
        Optional.empty(),
        revision + 1,
        createdAt);
  }

  public KeyRecord answeredBy(KeptAnswer given) {
    return new KeyRecord(
        key,
        fingerprint,
        messageIds,
        Optional.empty(),
        Optional.of(given),
        revision + 1,
        createdAt);
  }

  /** The call has failed, and nobody knows how far it got. */
  public KeyRecord letGo() {
    return new KeyRecord(
        key, fingerprint, messageIds, Optional.empty(), Optional.empty(), revision + 1, createdAt);
  }
}
