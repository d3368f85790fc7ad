package io.tuco.core.store;

import io.tuco.core.workspace.Sha256;
import java.time.Instant;

/**
 * What somebody wrote and no line can be said to have heard (settled answer 15): kept for the
 * operator.
 *
 * @param heardBy the id of the device, or of the SMS line or the workspace whose account heard it
 * @param externalId the device's or provider's id for it
 * @param sender as the device says
 */
public record StrayMessage(
    String heardBy, String externalId, String sender, String text, Instant writtenAt) {

  /** The same however often it is told. */
  public String id() {
    return Sha256.hexOf("stray\n" + heardBy + "\n" + externalId).substring(0, 24);
  }
}
