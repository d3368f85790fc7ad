package io.tuco.core.store;

import io.tuco.core.intake.SendMark;
import java.time.Instant;
import java.util.Optional;

/** Remembers the last send of the same words to the same phone, for a while. */
public interface SendMarkStore {

  /** False when there is a mark of the same words and phone; of rivals exactly one succeeds. */
  boolean insert(SendMark mark);

  /** The same; whether it is stored is fetched later, and must be. */
  default Asked<Boolean> askInsert(SendMark mark) {
    var stored = insert(mark);
    return () -> stored;
  }

  /** The mark of the same words and phone, whatever message it stands for. */
  Optional<SendMark> find(SendMark alike);

  /** Stores {@code after} if the mark still stands for the message of {@code before}. */
  boolean replace(SendMark before, SendMark after);

  /** Forgets the mark if it still stands for the message. */
  void remove(SendMark mark);

  /** Forgets what was marked before the instant, in every workspace. */
  void forgetBefore(Instant instant);
}
