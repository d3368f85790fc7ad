package io.tuco.core.store.memory;

import io.tuco.core.line.Device;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.store.DeviceStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.util.List;
import java.util.Optional;

final class InMemoryDeviceStore implements DeviceStore {

  private final Table<Device> table = new Table<>(Device::id, Device::createdAt);

  @Override
  public void insert(Device device) {
    table.put(device);
  }

  @Override
  public Optional<Device> find(String deviceId) {
    return table.find(deviceId);
  }

  @Override
  public boolean update(Device device) {
    return table.change(device.id(), stored -> device.withHealth(stored.health())).isPresent();
  }

  @Override
  public boolean updateHealth(String deviceId, SenderHealth health) {
    return table.change(deviceId, stored -> stored.withHealth(health)).isPresent();
  }

  @Override
  public boolean delete(String deviceId) {
    return table.delete(deviceId);
  }

  @Override
  public List<Device> all() {
    return table.oldestFirst(device -> true);
  }

  @Override
  public Page<Device> page(PageRequest request) {
    return Table.page(table.newestFirst(device -> true), request);
  }
}
