package io.tuco.core.crm;

import java.time.Duration;
import java.util.List;

/** The toy CRM calls us in two ways, and says nothing. */
final class ToyHooks implements CrmHooks {

  @Override
  public List<Hook> names() {
    return List.of(new Hook("workflow", true, true), new Hook("events", false, false));
  }

  @Override
  public HookReading read(HookCall call, HookKeys keys) {
    return new HookReading.Heard(List.of());
  }

  @Override
  public HookAnswer stored() {
    return HookAnswer.of(200, "{}");
  }

  @Override
  public HookAnswer answer(SendOrder order, SendOutcome outcome) {
    return HookAnswer.of(200, "{}");
  }

  @Override
  public HookAnswer notStored(Duration retryAfter) {
    return HookAnswer.of(503, "{}");
  }

  @Override
  public HookAnswer limited(Duration retryAfter) {
    return HookAnswer.of(429, "{}");
  }

  @Override
  public HookAnswer unknownConnection() {
    return HookAnswer.of(404, "{}");
  }
}
