package io.tuco.core.store;

import io.tuco.core.workspace.Sha256;
import java.time.Instant;

/**
 * What somebody wrote to a device and no line of it can be said to have heard (settled answer 15):
 * kept for the operator.
 *
 * @param sender as the device says
 */
public record StrayMessage(
    String deviceId, String guid, String sender, String text, Instant writtenAt) {

  /** The same however often it is told. */
  public String id() {
    return Sha256.hexOf("stray\n" + deviceId + "\n" + guid).substring(0, 24);
  }
}
