package io.tuco.camel.channel;

import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundAnswer.Answered;
import io.tuco.core.line.Device;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far the clocks of devices are behind ours, by the date that their answers bear. Rows are
 * asked for since shortly before an attempt; on a device further behind than that, what was sent
 * would seem not to be there, and would be sent again. Kept while the process lives: a clock that
 * was put right meanwhile has stamped rows before. Thread-safe.
 */
final class DeviceClocks {

  /** Of the 15 s that every question looks back; the rest is for the way and for whole seconds. */
  private static final Duration COVERED = Duration.ofSeconds(10);

  private final Map<String, Duration> behind = new ConcurrentHashMap<>();

  /** The most that the device was seen to be behind; zero as far as every question looks anyway. */
  Duration behind(Device device) {
    return behind.getOrDefault(device.id(), Duration.ZERO);
  }

  /**
   * Takes note of an answer.
   *
   * @param now by our clock, when it came
   * @return whether the device was no further behind than a question had to allow for
   */
  boolean note(Device device, OutboundAnswer answer, Instant now) {
    var lag = dateOf(answer).map(date -> Duration.between(date, now)).orElse(Duration.ZERO);
    if (lag.compareTo(behind(device).plus(COVERED)) <= 0) {
      return true;
    }
    behind.merge(device.id(), lag, (one, other) -> one.compareTo(other) > 0 ? one : other);
    return false;
  }

  private static Optional<Instant> dateOf(OutboundAnswer answer) {
    return answer instanceof Answered answered
        ? Optional.ofNullable(answered.headers().get("date")).flatMap(DeviceClocks::parsed)
        : Optional.empty();
  }

  private static Optional<Instant> parsed(String date) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
