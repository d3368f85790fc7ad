package io.tuco.camel.standalone.simulator;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One simulated Mac: its messages, its callbacks and the sends that are on their way. */
final class RelayDevice {

  private final String name;
  private final MessageTable table = new MessageTable();
  private final MessageJson json = new MessageJson(table);
  private final WebhookBook webhooks = new WebhookBook();
  private final Set<String> inFlight = new HashSet<>();

  RelayDevice(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  MessageTable table() {
    return table;
  }

  MessageJson json() {
    return json;
  }

  WebhookBook webhooks() {
    return webhooks;
  }

  boolean isInFlight(Optional<String> tempGuid) {
    return tempGuid.filter(inFlight::contains).isPresent();
  }

  void begin(Optional<String> tempGuid) {
    tempGuid.ifPresent(inFlight::add);
  }

  /** From here on the same tempGuid sends a second message, as with the real server. */
  void end(Optional<String> tempGuid) {
    tempGuid.ifPresent(inFlight::remove);
  }

  int inFlight() {
    return inFlight.size();
  }
}
