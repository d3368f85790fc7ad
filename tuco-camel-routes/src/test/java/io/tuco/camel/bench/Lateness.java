package io.tuco.camel.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From the instant a lane was ready to the arrival of its next call at the relay. */
final class Lateness {

  private static final double NANOS_PER_MILLI = 1e6;

  private Lateness() {}

  /**
   * In milliseconds, of the calls that arrived from {@code since} on: a device is ready one gap
   * after its answer before. Negative where a gap was kept too short.
   */
  static Quantiles of(List<RelayedSend> sends, Duration gap, long since) {
    Map<String, RelayedSend> earlier = new HashMap<>();
    var late = new ArrayList<Double>();
    for (var send : sends) {
      var before = earlier.put(send.device(), send);
      if (before != null && send.arrivedAt() >= since) {
        var ready = before.answeredAt() + gap.toNanos();
        late.add((send.arrivedAt() - ready) / NANOS_PER_MILLI);
      }
    }
    return Quantiles.of(late);
  }
}
