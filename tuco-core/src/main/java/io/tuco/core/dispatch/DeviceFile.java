package io.tuco.core.dispatch;

import io.tuco.core.line.Device;

/**
 * A file that lies on a device.
 *
 * @param id the device's
 */
public record DeviceFile(Device device, String id) {}
