package io.tuco.core.event;

import static io.tuco.core.event.EventDialect.API;
import static io.tuco.core.event.EventDialect.V1;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything an endpoint may subscribe to (webhook contract, section 1; /v1 contract, section 9).
 * There is no wildcard.
 */
public enum EventName {
  MESSAGE_SENT("message.sent", API, V1),
  MESSAGE_FAILED("message.failed", API, V1),
  MESSAGE_FALLBACK("message.fallback", API),
  MESSAGE_OPENED("message.opened", API),
  MESSAGE_REPLY("message.reply", API),
  MESSAGE_DELIVERED("message.delivered", API),
  MESSAGE_CANCELLED("message.cancelled", API),
  MESSAGE_SCHEDULED("message.scheduled", API),
  LINE_DOWN("line.down", API),
  CONTACT_OPTED_OUT("contact.opted_out", API),
  WEBHOOK_DISABLED("webhook.disabled", API),
  MESSAGE_RECEIVED("message.received", V1),
  REACTION_ADDED("reaction.added", V1),
  REACTION_REMOVED("reaction.removed", V1),
  TYPING_STARTED("typing.started", V1),
  TYPING_STOPPED("typing.stopped", V1),
  RECEIPT_READ("receipt.read", V1);

  private final String wire;
  private final Set<EventDialect> dialects;

  EventName(String wire, EventDialect... dialects) {
    this.wire = wire;
    this.dialects = Set.of(dialects);
  }

  public String wire() {
    return wire;
  }

  /** Those that an endpoint of the dialect may subscribe to, in the contract's order. */
  public static List<EventName> of(EventDialect dialect) {
    return Arrays.stream(values()).filter(name -> name.dialects.contains(dialect)).toList();
  }

  /** Of any dialect. */
  public static Optional<EventName> parse(String wire) {
    return Arrays.stream(values()).filter(name -> name.wire.equals(wire)).findFirst();
  }

  public static Optional<EventName> parse(String wire, EventDialect dialect) {
    return of(dialect).stream().filter(name -> name.wire.equals(wire)).findFirst();
  }

  /** What the same is called on {@code /v1}; empty where it is not told there. */
  public Optional<EventName> inV1() {
    return switch (this) {
      case MESSAGE_FALLBACK, MESSAGE_CANCELLED -> Optional.of(MESSAGE_FAILED);
      case MESSAGE_OPENED -> Optional.of(RECEIPT_READ);
      case MESSAGE_REPLY -> Optional.of(MESSAGE_RECEIVED);
      default -> Optional.of(this).filter(name -> name.dialects.contains(V1));
    };
  }
}
