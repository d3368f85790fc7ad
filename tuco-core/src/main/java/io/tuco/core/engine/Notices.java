package io.tuco.core.engine;

import io.tuco.core.event.Delivery;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.Notice;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.store.Stores;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells of what is no message's. What waits for the stream and the deliveries are stored before the
 * change that it tells of: a crash between them tells again, under the same id.
 */
public final class Notices {

  private final Stores stores;
  private final EventRenderer renderer;
  private final boolean streamed;

  /**
   * @param streamed whether there is a stream, which is told all of them
   */
  public Notices(Stores stores, EventRenderer renderer, boolean streamed) {
    this.stores = stores;
    this.renderer = renderer;
    this.streamed = streamed;
  }

  /** The keys of the deliveries, new ones and old ones; none where nobody listens. */
  public List<String> tell(Notice notice) {
    return tell(notice, everybody -> true);
  }

  /** The same, to some of those who listen. */
  public List<String> tell(Notice notice, Predicate<WebhookEndpoint> wanted) {
    var hearing =
        stores.webhooks().hearing(notice.workspaceId(), notice.name()).stream()
            .filter(wanted)
            .toList();
    if (hearing.isEmpty() && !streamed) {
      return List.of();
    }
    var event =
        new OutboxEvent(
            notice.id(), notice.name(), notice.seq(), notice.at(), renderer.render(notice));
    if (streamed) {
      stores.notices().add(notice.workspaceId(), notice.subjectId(), event);
    }
    var deliveries = hearing.stream().map(endpoint -> delivery(notice, event, endpoint)).toList();
    stores.deliveries().insertMissing(deliveries);
    return deliveries.stream().map(Delivery::key).toList();
  }

  private static Delivery delivery(Notice notice, OutboxEvent event, WebhookEndpoint endpoint) {
    return Delivery.of(
        event,
        notice.workspaceId(),
        endpoint.id(),
        Optional.empty(),
        Optional.empty(),
        notice.at());
  }
}
