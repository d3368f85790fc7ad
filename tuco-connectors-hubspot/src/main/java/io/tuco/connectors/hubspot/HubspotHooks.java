package io.tuco.connectors.hubspot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.CrmHooks;
import io.tuco.core.crm.CrmNotice;
import io.tuco.core.crm.HookAnswer;
import io.tuco.core.crm.HookCall;
import io.tuco.core.crm.HookKeys;
import io.tuco.core.crm.HookReading;
import io.tuco.core.crm.SendOrder;
import io.tuco.core.crm.SendOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What HubSpot calls us with (HubSpot contract, sections 5 to 7). */
final class HubspotHooks implements CrmHooks {

  static final String ACTION = "action";
  static final String EVENTS = "events";

  /** One text for everything that does not prove where it comes from. */
  private static final HookAnswer UNAUTHORIZED = refusal(401, "Unauthorized");

  private final Optional<Signatures> signatures;
  private final Set<String> ownSources;

  HubspotHooks(HubspotSettings settings) {
    this.signatures = settings.clientSecret().map(Signatures::new);
    this.ownSources = settings.ownSources();
  }

  @Override
  public List<Hook> names() {
    return List.of(new Hook(ACTION, true, false), new Hook(EVENTS, false, false));
  }

  @Override
  public HookReading read(HookCall call, HookKeys keys) {
    if (!signatures.map(known -> known.verify(call)).orElse(false)) {
      return new HookReading.Refused(UNAUTHORIZED);
    }
    return Json.read(new String(call.body(), UTF_8))
        .map(body -> call.hook().equals(ACTION) ? action(body, keys) : events(body))
        .orElseGet(() -> new HookReading.Refused(refusal(400, "Invalid JSON")));
  }

  private static HookReading action(JsonNode body, HookKeys keys) {
    var request = ActionRequest.read(body);
    if (request.isEmpty()) {
      return new HookReading.Refused(refusal(400, "callbackId and origin.portalId are required"));
    }
    var portal = request.get().portalId();
    if (keys.accountId().filter(portal::equals).isEmpty()) {
      return new HookReading.Refused(UNAUTHORIZED);
    }
    var order = request.get().order();
    return new HookReading.Heard(
        List.of(new CrmNotice.SendWanted(order.idempotencyKey(), portal, order)));
  }

  private HookReading events(JsonNode body) {
    if (!body.isArray()) {
      return new HookReading.Refused(refusal(400, "An array of events is required"));
    }
    return new HookReading.Heard(
        StreamSupport.stream(body.spliterator(), false)
            .flatMap(event -> new AppEvent(event).notice(ownSources).stream())
            .toList());
  }

  @Override
  public HookAnswer stored() {
    return HookAnswer.of(200, "{}");
  }

  @Override
  public HookAnswer answer(SendOrder order, SendOutcome outcome) {
    return HookAnswer.of(200, Json.text(ActionResult.answer(order, outcome)));
  }

  @Override
  public HookAnswer notStored(Duration retryAfter) {
    return later(503, "Not stored", retryAfter);
  }

  @Override
  public HookAnswer limited(Duration retryAfter) {
    return later(429, "Rate limit exceeded", retryAfter);
  }

  @Override
  public HookAnswer unknownConnection() {
    return UNAUTHORIZED;
  }

  private static HookAnswer later(int status, String error, Duration retryAfter) {
    var seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
    return new HookAnswer(
        status, Map.of("Retry-After", String.valueOf(seconds)), refusal(status, error).body());
  }

  private static HookAnswer refusal(int status, String error) {
    return HookAnswer.of(status, Json.text(Json.object().put("error", error)));
  }
}
