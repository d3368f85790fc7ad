package io.tuco.camel.mongo;

import io.tuco.core.event.EventName;
import io.tuco.core.event.WebhookEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Who heard an event of a workspace a moment ago: asked for every message, and seldom changed.
 * Thread-safe.
 */
final class Audiences {

  private static final long AGE_NANOS = Duration.ofSeconds(1).toNanos();

  private record Audience(List<WebhookEndpoint> endpoints, long readAtNanos) {}

  private final Map<String, Map<EventName, Audience>> known = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  Audiences(LongSupplier nanos) {
    this.nanos = nanos;
  }

  List<WebhookEndpoint> of(
      String workspaceId, EventName event, Supplier<List<WebhookEndpoint>> read) {
    var now = nanos.getAsLong();
    return known
        .computeIfAbsent(workspaceId, any -> new ConcurrentHashMap<>())
        .compute(
            event,
            (any, last) ->
                last != null && now - last.readAtNanos() < AGE_NANOS
                    ? last
                    : new Audience(read.get(), now))
        .endpoints();
  }

  /** An endpoint of the workspace was made, changed or removed here. */
  void forget(String workspaceId) {
    known.remove(workspaceId);
  }
}
