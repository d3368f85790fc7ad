package io.tuco.camel.mongo;

import io.tuco.core.line.SenderHealth;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/** The health of a device, or of a line's own account. */
final class HealthDocument {

  private HealthDocument() {}

  static Document of(SenderHealth health) {
    return new DocumentWriter()
        .put("state", health.state().wire())
        .put("privateApi", health.privateApi())
        .put("misses", health.misses())
        .put("failures", health.failures(), Function.<String>identity())
        .put("checkedAt", health.checkedAt())
        .put("since", health.since())
        .put("stopped", health.stop().map(stop -> true))
        .put("stoppedUntil", health.stop().flatMap(SenderHealth.Stop::until))
        .document();
  }

  static SenderHealth read(DocumentReader reader) {
    return new SenderHealth(
        reader.constant("state", SenderHealth.State.values(), SenderHealth.State::wire),
        reader.flag("privateApi"),
        reader.number("misses"),
        reader.texts("failures"),
        reader.optionalInstant("checkedAt"),
        reader.optionalInstant("since"),
        stop(reader));
  }

  private static Optional<SenderHealth.Stop> stop(DocumentReader reader) {
    return reader.optionalFlag("stopped").isPresent()
        ? Optional.of(new SenderHealth.Stop(reader.optionalInstant("stoppedUntil")))
        : Optional.empty();
  }
}
