package io.tuco.core.store;

import io.tuco.core.line.DeviceLookUps;
import java.util.Collection;
import java.util.List;

/** Remembers the look-ups that clients ordered, per device. Every change is a compare-and-set. */
public interface LookUpStore {

  /** Of these devices; one without any look-up is left out. */
  List<DeviceLookUps> find(Collection<String> deviceIds);

  /**
   * Puts {@code next} in the place of {@code seen}; revision 0 is what was never stored.
   *
   * @param next of the same device and the next revision
   * @return false, and nothing changed, when the device is not at the revision of {@code seen} any
   *     more
   */
  boolean replace(DeviceLookUps seen, DeviceLookUps next);
}
