package io.tuco.core.crm;

import java.time.Duration;
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

  /** A run begins; until it ended, somebody is always to go on with it. */
  public SyncProgress begun(Instant now) {
    return new SyncProgress(
        State.RUNNING,
        lastRunAt,
        watermark,
        Optional.empty(),
        Optional.of(now),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.of(now));
  }

  /** The run under way goes on. */
  public SyncProgress resumed() {
    return with(State.RUNNING, Optional.empty(), nextAt);
  }

  /** A page has been taken in. */
  public SyncProgress after(ContactPage page) {
    return new SyncProgress(
        State.RUNNING,
        lastRunAt,
        watermark,
        page.next(),
        startedAt,
        counted + page.contacts().size(),
        total.or(page::total),
        Optional.empty(),
        nextAt);
  }

  /**
   * The run is over. What changed after it began may have been on a page that was read before: the
   * watermark is its beginning. Nor is it the latest change that was met, or an account that was
   * filled at one stroke would be read again and again.
   */
  public SyncProgress ended(SyncPlan plan, Instant now) {
    var began = startedAt.orElse(now);
    var next = began.plus(plan.every());
    return new SyncProgress(
        State.IDLE,
        Optional.of(began),
        Optional.of(began),
        Optional.empty(),
        Optional.empty(),
        counted,
        total,
        Optional.empty(),
        plan.enabled() ? Optional.of(next.isBefore(now) ? now : next) : Optional.empty());
  }

  /** The run under way goes on later, where it stopped. */
  public SyncProgress waiting(Instant until, String reason) {
    return with(State.WAITING, Optional.of(reason), Optional.of(until));
  }

  /** The run under way is given up; the next one begins anew from the same watermark. */
  public SyncProgress failed(String reason, SyncPlan plan, Instant now) {
    return new SyncProgress(
        State.FAILED,
        startedAt.or(() -> lastRunAt),
        watermark,
        Optional.empty(),
        Optional.empty(),
        counted,
        total,
        Optional.of(reason),
        plan.enabled() ? Optional.of(now.plus(plan.every())) : Optional.empty());
  }

  /**
   * Somebody wants a run now; one that waits goes on.
   *
   * @param full everything is read again; a run under way is given up
   */
  public SyncProgress wanted(boolean full, Instant now) {
    return full
        ? new SyncProgress(
            State.IDLE,
            lastRunAt,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.of(now))
        : with(state, failure, Optional.of(now));
  }

  /** As another plan has it: what is under way stops, or begins at its next time. */
  public SyncProgress planned(SyncPlan plan, Instant now) {
    if (!plan.enabled()) {
      return new SyncProgress(
          State.IDLE,
          lastRunAt,
          watermark,
          Optional.empty(),
          Optional.empty(),
          counted,
          total,
          failure,
          Optional.empty());
    }
    return startedAt.isPresent()
        ? this
        : with(
            state, failure, lastRunAt.map(at -> at.plus(plan.every())).or(() -> Optional.of(now)));
  }

  /** Contacts a minute in the run under way. */
  public long perMinute(Instant now) {
    return startedAt
        .map(at -> counted * 60_000 / Math.max(1_000, Duration.between(at, now).toMillis()))
        .orElse(0L);
  }

  /** How many the run under way has before it, where the CRM said how many there are. */
  public Optional<Long> remaining() {
    return startedAt.isPresent()
        ? total.map(all -> Math.max(0, all - counted))
        : lastRunAt.map(at -> 0L);
  }

  private SyncProgress with(State now, Optional<String> why, Optional<Instant> next) {
    return new SyncProgress(
        now, lastRunAt, watermark, cursor, startedAt, counted, total, why, next);
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
        Optional.empty());
  }
}
