package io.tuco.core.store.memory;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.intake.SendMark;
import io.tuco.core.store.SendMarkStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class InMemorySendMarkStore implements SendMarkStore {

  /** What has one mark. */
  private record Place(String workspaceId, PhoneNumber phone, String textHash) {

    static Place of(SendMark mark) {
      return new Place(mark.workspaceId(), mark.phone(), mark.textHash());
    }
  }

  private final Map<Place, SendMark> marks = new HashMap<>();

  @Override
  public synchronized boolean insert(SendMark mark) {
    return marks.putIfAbsent(Place.of(mark), mark) == null;
  }

  @Override
  public synchronized Optional<SendMark> find(SendMark alike) {
    return Optional.ofNullable(marks.get(Place.of(alike)));
  }

  @Override
  public synchronized boolean replace(SendMark before, SendMark after) {
    if (!isStill(before)) {
      return false;
    }
    marks.put(Place.of(after), after);
    return true;
  }

  @Override
  public synchronized void remove(SendMark mark) {
    if (isStill(mark)) {
      marks.remove(Place.of(mark));
    }
  }

  @Override
  public synchronized void forgetBefore(Instant instant) {
    marks.values().removeIf(mark -> mark.at().isBefore(instant));
  }

  private boolean isStill(SendMark mark) {
    return find(mark).filter(found -> found.messageId().equals(mark.messageId())).isPresent();
  }
}
