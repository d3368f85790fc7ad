package io.tuco.core.crm;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Where reading the contacts stands; enough of it is stored after every page to go on after a
 * crash.
 *
 * @param watermark up to where every change is known; empty before the first import ended
 * @param cursor the connector's own mark of the next page of the run under way; opaque
 * @param startedAt of the run under way
 * @param counted contacts taken in by this run, or by the last one
 * @param total how many the CRM said there are
 * @param seenUntil the latest change met in the run under way: the next watermark
 * @param failure what stopped the run that was tried last
 * @param nextAt when somebody is to begin a run, or to go on with the one under way; empty when
 *     nobody is to
 */
public record SyncProgress(
    State state,
    Optional<Instant> lastRunAt,
    Optional<Instant> watermark,
    Optional<String> cursor,
    Optional<Instant> startedAt,
    long counted,
    Optional<Long> total,
    Optional<Instant> seenUntil,
    Optional<String> failure,
    Optional<Instant> nextAt) {

  /** What the sync does. */
  public enum State {
    IDLE,
    RUNNING,
    WAITING,
    FAILED;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static SyncProgress none() {
    return new SyncProgress(
        State.IDLE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
