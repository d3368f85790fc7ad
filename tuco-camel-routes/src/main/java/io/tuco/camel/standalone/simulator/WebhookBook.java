package io.tuco.camel.standalone.simulator;

import java.util.ArrayList;
import java.util.List;

/** The callbacks of one device. */
final class WebhookBook {

  private final List<Webhook> webhooks = new ArrayList<>();
  private int lastId;

  /** A url that is there already keeps its old registration, other events or not. */
  Webhook register(String url, List<String> events) {
    return webhooks.stream()
        .filter(webhook -> webhook.url().equals(url))
        .findFirst()
        .orElseGet(() -> add(new Webhook(lastId + 1, url, events)));
  }

  Webhook add(Webhook webhook) {
    lastId = Math.max(lastId, webhook.id());
    webhooks.add(webhook);
    return webhook;
  }

  boolean remove(int id) {
    return webhooks.removeIf(webhook -> webhook.id() == id);
  }

  List<Webhook> all() {
    return List.copyOf(webhooks);
  }

  List<Webhook> wanting(String event) {
    return webhooks.stream().filter(webhook -> webhook.wants(event)).toList();
  }
}
