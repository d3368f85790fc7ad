package io.tuco.core.engine;

import io.tuco.core.line.Device;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.store.DeviceStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Devices as they were a moment ago, unless they were changed here. */
final class RememberedDevices implements DeviceStore {

  private final DeviceStore devices;
  private final Recent<Optional<Device>> each;

  RememberedDevices(DeviceStore devices, Duration age, LongSupplier nanos) {
    this.devices = devices;
    this.each = Recent.together(devices::findAll, Device::id, age, nanos);
  }

  @Override
  public void insert(Device device) {
    devices.insert(device);
    each.forget(device.id());
  }

  @Override
  public Optional<Device> find(String deviceId) {
    return each.of(deviceId);
  }

  @Override
  public List<Device> findAll(Collection<String> deviceIds) {
    return devices.findAll(deviceIds);
  }

  @Override
  public boolean update(Device device) {
    return changed(device.id(), devices.update(device));
  }

  @Override
  public boolean updateHealth(String deviceId, SenderHealth health) {
    return changed(deviceId, devices.updateHealth(deviceId, health));
  }

  @Override
  public boolean delete(String deviceId) {
    return changed(deviceId, devices.delete(deviceId));
  }

  @Override
  public List<Device> all() {
    return devices.all();
  }

  @Override
  public Page<Device> page(PageRequest request) {
    return devices.page(request);
  }

  private boolean changed(String deviceId, boolean done) {
    each.forget(deviceId);
    return done;
  }
}
