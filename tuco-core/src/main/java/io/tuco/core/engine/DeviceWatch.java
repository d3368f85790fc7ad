package io.tuco.core.engine;

import io.tuco.core.line.Device;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.store.DeviceStore;
import java.util.List;

/** Keeps what is known of the devices' health up to date. */
public final class DeviceWatch {

  private final DeviceStore devices;

  public DeviceWatch(DeviceStore devices) {
    this.devices = devices;
  }

  public List<Device> all() {
    return devices.all();
  }

  /** Stores a probe's finding; true when the device has just become healthy. */
  public boolean note(Device device, SenderHealth found) {
    devices.updateHealth(device.id(), found);
    return found.isHealthy() && !device.health().isHealthy();
  }
}
