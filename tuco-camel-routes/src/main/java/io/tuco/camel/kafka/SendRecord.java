package io.tuco.camel.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.core.intake.RecordedSend;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record of the sends topic, read once.
 *
 * @param place its partition and offset
 * @param key its key; none when empty
 * @param value its value; no bytes for a record without one
 * @param headers by name, the last of a repeated one
 */
record SendRecord(
    String place, Optional<byte[]> key, Optional<byte[]> value, Map<String, byte[]> headers) {

  private static final String WORKSPACE = "tuco-workspace";
  private static final String IDEMPOTENCY_KEY = "idempotency-key";
  private static final String CORRELATION_ID = "x-correlation-id";
  private static final byte[] NOTHING = {};

  SendRecord {
    headers = Map.copyOf(headers);
  }

  static SendRecord of(
      String place, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    var byName = new LinkedHashMap<String, byte[]>();
    for (var header : headers) {
      if (header.value() != null) {
        byName.put(header.key(), header.value());
      }
    }
    return new SendRecord(place, Optional.ofNullable(key), Optional.ofNullable(value), byName);
  }

  Optional<String> workspaceId() {
    return text(WORKSPACE);
  }

  Optional<String> idempotencyKey() {
    return text(IDEMPOTENCY_KEY);
  }

  /** Only of a record that has both headers. */
  RecordedSend asSend() {
    return new RecordedSend(
        workspaceId().orElseThrow(),
        idempotencyKey().orElseThrow(),
        text(CORRELATION_ID),
        value.orElse(NOTHING));
  }

  /** Names are compared without regard to case, as those of HTTP are. */
  private Optional<String> text(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(name))
        .map(header -> new String(header.getValue(), UTF_8))
        .findFirst();
  }
}
