package io.tuco.core.line;

/**
 * That a device is to report to an address of ours.
 *
 * @param url with the secret by which the reports prove to be the device's own; never shown
 */
public record HookRegistration(Device device, String url) {

  @Override
  public String toString() {
    return "HookRegistration[" + device.id() + " •••]";
  }
}
