package io.tuco.core.store;

import io.tuco.core.line.Device;
import io.tuco.core.line.SenderHealth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Remembers devices. They belong to the operator, not to a workspace. */
public interface DeviceStore {

  void insert(Device device);

  Optional<Device> find(String deviceId);

  /** Those of them that there are, in any order; many at once where the store can do that. */
  default List<Device> findAll(Collection<String> deviceIds) {
    return deviceIds.stream().flatMap(deviceId -> find(deviceId).stream()).toList();
  }

  /** Replaces it, its health excepted; false when there is none. */
  boolean update(Device device);

  /** Replaces its health alone, so that a probe never undoes an operator's change. */
  boolean updateHealth(String deviceId, SenderHealth health);

  boolean delete(String deviceId);

  /** Oldest first. */
  List<Device> all();

  /** Newest first. */
  Page<Device> page(PageRequest request);
}
