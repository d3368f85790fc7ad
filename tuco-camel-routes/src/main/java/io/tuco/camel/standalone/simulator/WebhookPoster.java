package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the registered callbacks what happened, fire and forget as the real server does. The events
 * of one conversation reach a callback one after the other; conversations do not wait for each
 * other.
 */
final class WebhookPoster {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookPoster.class);
  private static final int PARALLEL = 16;
  private static final long TIMEOUT_MILLIS = 30_000;

  private final HttpClient client;
  private final Faults faults;
  private final Map<String, Future<Void>> lastOf = new HashMap<>();

  WebhookPoster(Vertx vertx, Faults faults) {
    this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(PARALLEL));
    this.faults = faults;
  }

  /** Posts the events of one occasion; a webhook fault strikes all of them or none. */
  void announce(RelayDevice device, ChatGuid chat, List<Event> events) {
    var aim = Fault.Aim.of(device.name(), chat.address());
    var copies = faults.take(FaultKind::strikesWebhooks, aim).map(WebhookPoster::copies).orElse(1);
    for (var event : events) {
      for (var copy = 0; copy < copies; copy++) {
        post(device, chat, event);
      }
    }
  }

  private static int copies(Fault fault) {
    return fault.kind() == FaultKind.DROP_WEBHOOK ? 0 : 2;
  }

  private void post(RelayDevice device, ChatGuid chat, Event event) {
    var body = Buffer.buffer(Json.text(event.json()));
    for (var webhook : device.webhooks().wanting(event.type())) {
      enqueue(webhook, device.name() + " " + webhook.id() + " " + chat.key(), body);
    }
  }

  private void enqueue(Webhook webhook, String queue, Buffer body) {
    var before = lastOf.getOrDefault(queue, Future.succeededFuture());
    var mine = before.compose(go -> deliver(webhook, body));
    lastOf.put(queue, mine);
    mine.onComplete(done -> lastOf.remove(queue, mine));
  }

  /**
   * Never fails: nobody repeats a webhook. The cause's text may hold the URL, so it is not told.
   */
  private Future<Void> deliver(Webhook webhook, Buffer body) {
    return Future.<HttpClientResponse>future(promise -> request(webhook, body).onComplete(promise))
        .compose(HttpClientResponse::end)
        .otherwise(
            failure -> {
              LOG.debug("{} was not delivered: {}", webhook, failure.getClass().getSimpleName());
              return null;
            });
  }

  private Future<HttpClientResponse> request(Webhook webhook, Buffer body) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(webhook.url())
            .setTimeout(TIMEOUT_MILLIS)
            .putHeader("accept", "application/json, text/plain, */*")
            .putHeader("content-type", "application/json")
            .putHeader("user-agent", "tuco-relay-simulator");
    return client.request(options).compose(request -> request.send(body));
  }

  /** What a callback is sent: {@code {type, data}}. */
  record Event(String type, JsonNode data) {

    JsonNode json() {
      return Json.object().put("type", type).set("data", data);
    }
  }
}
