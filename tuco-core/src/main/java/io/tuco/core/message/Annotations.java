package io.tuco.core.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What stands beside a message and no change of its status touches: what people did to it later,
 * and how what a person wrote came in. Changed by compare and set ({@code MessageStore.annotate}).
 *
 * @param revision one more with every change
 * @param tapbacks the latest of each person, in the order the persons first reacted
 * @param edit the latest change of its text
 * @param unsentAt when it was taken back
 * @param ghlMessageId of the same message in GHL's conversation, once it is there
 * @param arrival of what a person wrote; {@link Arrival#none()} for what is sent
 */
public record Annotations(
    long revision,
    List<Tapback> tapbacks,
    Optional<Edit> edit,
    Optional<Instant> unsentAt,
    Optional<String> ghlMessageId,
    Arrival arrival) {

  /** A crowd may react to what was said in a group; so many are kept. */
  public static final int MOST_TAPBACKS = 100;

  private static final Annotations NONE = arrived(Arrival.none());

  public Annotations {
    tapbacks = List.copyOf(tapbacks);
  }

  public static Annotations none() {
    return NONE;
  }

  public static Annotations arrived(Arrival arrival) {
    return new Annotations(
        0, List.of(), Optional.empty(), Optional.empty(), Optional.empty(), arrival);
  }

  /** With the reaction, unless a later one of the same person is known. */
  public Annotations with(Tapback told) {
    Predicate<Tapback> same = known -> known.by().equals(told.by());
    var before = tapbacks.stream().filter(same).findFirst();
    if (before.filter(known -> !known.at().isBefore(told.at())).isPresent()
        || before.isEmpty() && tapbacks.size() >= MOST_TAPBACKS) {
      return this;
    }
    var all = new ArrayList<>(tapbacks);
    if (before.isPresent()) {
      all.replaceAll(known -> same.test(known) ? told : known);
    } else {
      all.add(told);
    }
    return next(all, edit, unsentAt, ghlMessageId, arrival);
  }

  /** With the change of its text, unless a later one is known. */
  public Annotations with(Edit told) {
    return edit.filter(known -> !known.at().isBefore(told.at())).isPresent()
        ? this
        : next(tapbacks, Optional.of(told), unsentAt, ghlMessageId, arrival);
  }

  /** Taken back; the first report of it counts. */
  public Annotations unsent(Instant at) {
    return unsentAt.isPresent()
        ? this
        : next(tapbacks, edit, Optional.of(at), ghlMessageId, arrival);
  }

  /** All that is to follow from it has followed. */
  public Annotations heeded() {
    return arrival.heeded()
        ? this
        : next(tapbacks, edit, unsentAt, ghlMessageId, arrival.beingHeeded());
  }

  /** Logged in GHL under this id. */
  public Annotations inGhlAs(String id) {
    return ghlMessageId.equals(Optional.of(id))
        ? this
        : next(tapbacks, edit, unsentAt, Optional.of(id), arrival);
  }

  private Annotations next(
      List<Tapback> reactions,
      Optional<Edit> change,
      Optional<Instant> back,
      Optional<String> logged,
      Arrival came) {
    return new Annotations(revision + 1, reactions, change, back, logged, came);
  }
}
