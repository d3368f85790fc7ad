package io.tuco.connectors.ghl;

import io.tuco.core.crm.CrmHooks;
import io.tuco.core.crm.HookAnswer;
import io.tuco.core.crm.HookCall;
import io.tuco.core.crm.HookKeys;
import io.tuco.core.crm.HookReading;
import io.tuco.core.crm.SendOrder;
import io.tuco.core.crm.SendOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What GHL calls us with (contract, sections 5 and 6). It comes again after a 429 alone. */
final class GhlHooks implements CrmHooks {

  private static final Hook EVENTS = new Hook("", true, false);
  private static final Hook PROVIDER = new Hook("provider", false, false);
  private static final Hook WORKFLOW = new Hook("workflow", true, true);

  private final EventHook events;
  private final ProviderHook provider;
  private final WorkflowHook workflow = new WorkflowHook();

  GhlHooks(GhlSettings settings) {
    events = new EventHook(settings.signatures(), settings.webhookAge());
    provider = new ProviderHook(settings.signatures());
  }

  @Override
  public List<Hook> names() {
    return List.of(EVENTS, PROVIDER, WORKFLOW);
  }

  @Override
  public HookReading read(HookCall call, HookKeys keys) {
    return switch (call.hook()) {
      case "" -> events.read(call, keys);
      case "provider" -> provider.read(call, keys);
      case "workflow" -> workflow.read(call, keys);
      default -> throw new IllegalArgumentException("no such hook");
    };
  }

  @Override
  public HookAnswer stored() {
    return HookAnswer.of(200, "{\"success\":true}");
  }

  @Override
  public HookAnswer answer(SendOrder order, SendOutcome outcome) {
    // Who waits for a report is told the rest by it; a refusal here would end GHL's own retries.
    return order.reference().isPresent() ? stored() : OrderAnswer.of(order, outcome);
  }

  @Override
  public HookAnswer notStored(Duration retryAfter) {
    return again(retryAfter, "Temporarily unavailable");
  }

  @Override
  public HookAnswer limited(Duration retryAfter) {
    return again(retryAfter, "Too many requests");
  }

  private static HookAnswer again(Duration retryAfter, String why) {
    var seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
    return new HookAnswer(
        429,
        Map.of("Retry-After", Long.toString(seconds)),
        GhlJson.object().put("error", why).toString());
  }

  @Override
  public HookAnswer unknownConnection() {
    return Refusals.unauthorized();
  }
}
