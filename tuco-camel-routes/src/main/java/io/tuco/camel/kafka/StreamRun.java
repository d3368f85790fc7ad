package io.tuco.camel.kafka;

import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import java.util.List;
import java.util.Optional;

/** One message's events on their way to the stream, one after the other. Not thread-safe. */
final class StreamRun {

  private final Outbox outbox;
  private int taken;
  private StreamAnswer last = StreamAnswer.TAKEN;

  StreamRun(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The next event, unless the one before it is not in the stream. */
  Optional<StreamedEvent> next() {
    return last == StreamAnswer.TAKEN && taken < outbox.events().size()
        ? Optional.of(StreamedEvent.of(outbox, outbox.events().get(taken)))
        : Optional.empty();
  }

  void answered(StreamAnswer answer) {
    last = answer;
    if (answer == StreamAnswer.TAKEN) {
      taken++;
    }
  }

  boolean isRefused() {
    return last == StreamAnswer.REFUSED;
  }

  /** What is in the stream by now; no events when nothing is. */
  Outbox done() {
    List<OutboxEvent> events = outbox.events().subList(0, taken);
    return new Outbox(outbox.workspaceId(), outbox.messageId(), outbox.correlationId(), events);
  }
}
