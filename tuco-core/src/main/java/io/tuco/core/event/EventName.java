package io.tuco.core.event;

import java.util.Arrays;
import java.util.Optional;

/** Everything an endpoint may subscribe to (webhook contract, section 1). There is no wildcard. */
public enum EventName {
  MESSAGE_SENT("message.sent"),
  MESSAGE_FAILED("message.failed"),
  MESSAGE_FALLBACK("message.fallback"),
  MESSAGE_OPENED("message.opened"),
  MESSAGE_REPLY("message.reply"),
  MESSAGE_DELIVERED("message.delivered"),
  MESSAGE_CANCELLED("message.cancelled"),
  MESSAGE_SCHEDULED("message.scheduled"),
  LINE_DOWN("line.down"),
  CONTACT_OPTED_OUT("contact.opted_out"),
  WEBHOOK_DISABLED("webhook.disabled");

  private final String wire;

  EventName(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }

  public static Optional<EventName> parse(String wire) {
    return Arrays.stream(values()).filter(name -> name.wire.equals(wire)).findFirst();
  }
}
