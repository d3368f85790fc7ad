package io.tuco.connectors.ghl;

import io.tuco.core.crm.HookAnswer;
import io.tuco.core.crm.HookReading;

/** How a hook says no: as the send call does. */
final class Refusals {

  private Refusals() {}

  /** Wrong, missing, and of a connection that is not there look alike. */
  static HookAnswer unauthorized() {
    return HookAnswer.of(401, "{\"error\":\"Unauthorized\"}");
  }

  static HookReading notFromGhl() {
    return new HookReading.Refused(unauthorized());
  }

  static HookReading invalid(String text) {
    var body = GhlJson.object().put("error", text).put("code", "VALIDATION_ERROR");
    return new HookReading.Refused(HookAnswer.of(400, body.toString()));
  }
}
