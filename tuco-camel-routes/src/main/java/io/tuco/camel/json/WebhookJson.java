package io.tuco.camel.json;

import io.tuco.core.event.EventName;
import io.tuco.core.event.WebhookEndpoint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A webhook endpoint (API contract, section 11); never its secret. */
public final class WebhookJson {

  private WebhookJson() {}

  public static Map<String, @Nullable Object> of(WebhookEndpoint endpoint) {
    var record = endpoint.record();
    return new JsonFields()
        .put("id", endpoint.id())
        .put("url", endpoint.url())
        .put("events", events(endpoint))
        .put("name", endpoint.name())
        .putIf("description", endpoint.description())
        .put("isActive", endpoint.active())
        .putIf("lastTriggeredAt", record.lastTriggeredAt())
        .putIf("lastSuccessAt", record.lastSuccessAt())
        .putIf("lastFailureAt", record.lastFailureAt())
        .put("failureCount", record.failures())
        .put("createdAt", endpoint.createdAt())
        .put("updatedAt", endpoint.updatedAt())
        .tree();
  }

  /** In the order of the contract's table, whatever order they were subscribed in. */
  public static List<String> events(WebhookEndpoint endpoint) {
    return endpoint.events().stream().sorted().map(EventName::wire).toList();
  }
}
