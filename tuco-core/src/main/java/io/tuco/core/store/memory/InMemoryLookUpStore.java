package io.tuco.core.store.memory;

import io.tuco.core.line.DeviceLookUps;
import io.tuco.core.store.LookUpStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InMemoryLookUpStore implements LookUpStore {

  private final Map<String, DeviceLookUps> byDevice = new HashMap<>();

  @Override
  public synchronized List<DeviceLookUps> find(Collection<String> deviceIds) {
    return deviceIds.stream().distinct().filter(byDevice::containsKey).map(byDevice::get).toList();
  }

  @Override
  public synchronized boolean replace(DeviceLookUps seen, DeviceLookUps next) {
    var there =
        Optional.ofNullable(byDevice.get(seen.deviceId())).map(DeviceLookUps::revision).orElse(0L);
    var unmoved = there == seen.revision();
    if (unmoved) {
      byDevice.put(next.deviceId(), next);
    }
    return unmoved;
  }
}
