package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All the simulator knows that survives a crash, but for the webhook registrations. */
final class RelayState {

  static final String DEFAULT_DEVICE = "default";

  private final Map<String, RelayDevice> devices = new TreeMap<>();
  private final SentList sent = new SentList();
  private final RequestList requests = new RequestList();

  /** A device is there as soon as somebody speaks of it. */
  RelayDevice device(String name) {
    return devices.computeIfAbsent(name, RelayDevice::new);
  }

  Collection<RelayDevice> devices() {
    return devices.values();
  }

  SentList sent() {
    return sent;
  }

  RequestList requests() {
    return requests;
  }

  Optional<RelayDevice> deviceWith(String messageGuid) {
    return devices.values().stream()
        .filter(device -> device.table().find(messageGuid).isPresent())
        .findFirst();
  }

  void add(SentMessage message) {
    sent.add(message);
    device(message.device()).table().add(message.row());
  }

  /** Takes in a line of the log. Types of a newer version are passed over. */
  void remember(JsonNode line) {
    switch (line.path("type").asText()) {
      case LogLines.REQUEST -> requests.add(LogLines.readRequest(line));
      case LogLines.SENT -> add(LogLines.readSent(line));
      case LogLines.ROW -> table(line).add(LogLines.readRow(line));
      case LogLines.RECEIPT -> rememberReceipt(table(line), line);
      default -> {}
    }
  }

  private MessageTable table(JsonNode line) {
    return device(line.path("device").asText()).table();
  }

  private static void rememberReceipt(MessageTable table, JsonNode line) {
    table
        .find(line.path("guid").asText())
        .map(row -> row.withReceipt(LogLines.readReceipt(line)))
        .ifPresent(table::replace);
  }
}
