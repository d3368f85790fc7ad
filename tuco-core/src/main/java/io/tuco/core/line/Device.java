package io.tuco.core.line;

import io.tuco.core.secret.Sealed;
import java.time.Duration;
import java.time.Instant;

/**
 * The machine behind one or more lines: a Mac that runs a relay. Its gap is shared by all its
 * lines, whatever workspace they belong to.
 *
 * @param baseUrl the relay's address, the operator's setting; never shown with its password
 */
public record Device(
    String id,
    String name,
    String type,
    String baseUrl,
    Sealed password,
    Duration gap,
    SendMethod method,
    SenderHealth health,
    Instant createdAt,
    Instant updatedAt) {

  public static final String BLUEBUBBLES = "bluebubbles";

  public Device withHealth(SenderHealth checked) {
    return new Device(
        id, name, type, baseUrl, password, gap, method, checked, createdAt, updatedAt);
  }

  public String laneId() {
    return "device:" + id;
  }

  /** The method a send must name: the private API where it works, unless the operator chose. */
  public SendMethod effectiveMethod() {
    if (method != SendMethod.AUTO) {
      return method;
    }
    return health.privateApi() ? SendMethod.PRIVATE_API : SendMethod.APPLE_SCRIPT;
  }
}
