package io.tuco.camel.http.v1;

import io.tuco.core.message.Message;
import java.util.Locale;

/** The four words for what a message is (/v1 contract, section 6); clients know no others. */
enum OutboxStatus {
  PENDING,
  CLAIMED,
  SENT,
  FAILED;

  static OutboxStatus of(Message message) {
    return switch (message.status()) {
      case QUEUED, PENDING, SCHEDULED -> OutboxStatus.PENDING;
      case SENDING -> CLAIMED;
      case SENT, DELIVERED -> OutboxStatus.SENT;
      case FAILED, FALLBACK, CANCELLED -> OutboxStatus.FAILED;
      case RECEIVED -> throw new IllegalArgumentException("what came in was never to be sent");
    };
  }

  boolean isFinal() {
    return this == SENT || this == FAILED;
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
