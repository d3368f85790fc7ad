package io.tuco.camel.dispatch;

import java.time.Duration;

/**
 * Where the coarse ticks come from: consumer URIs.
 *
 * @param renewal of this node's sign of life
 * @param sweep for lanes that a lost wake forgot
 * @param probe of the devices
 * @param accountProbe of lines' own accounts
 * @param tidying of what has been kept long enough
 */
public record Ticks(
    String renewal, String sweep, String probe, String accountProbe, String tidying) {

  private static final Duration TIDYING = Duration.ofHours(1);

  /** Quartz, in memory: losing a tick loses nothing. */
  public static Ticks quartz(
      Duration renewal, Duration sweep, Duration probe, Duration accountProbe) {
    return new Ticks(
        trigger("node-renew", renewal),
        trigger("lane-sweep", sweep),
        trigger("device-watch", probe),
        trigger("account-watch", accountProbe),
        trigger("retention-sweep", TIDYING));
  }

  /** A Quartz endpoint of ours that fires soon after the start and then at every interval. */
  public static String trigger(String name, Duration interval) {
    return "quartz:tuco/tuco-"
        + name
        + "?trigger.repeatCount=-1&triggerStartDelay=500&trigger.repeatInterval="
        + interval.toMillis();
  }
}
