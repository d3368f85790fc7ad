package io.tuco.core.line;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the last probes of a device said.
 *
 * @param state unknown until the first good answer (settled answer 28)
 * @param privateApi whether look-ups, reactions and the better send method work
 * @param misses probes in a row without a good answer
 * @param since when it came into this state
 * @param stop present while no probe may bring it back
 */
public record SenderHealth(
    State state,
    boolean privateApi,
    int misses,
    List<String> failures,
    Optional<Instant> checkedAt,
    Optional<Instant> since,
    Optional<Stop> stop) {

  /**
   * It is not to be used, whatever probes say.
   *
   * @param until when that ends by itself; without it, when somebody changes the sender
   */
  public record Stop(Optional<Instant> until) {
    boolean isOver(Instant now) {
      return until.filter(end -> !now.isBefore(end)).isPresent();
    }
  }

  /** Whether a line on the device may be picked. */
  public enum State {
    UNKNOWN,
    HEALTHY,
    DOWN;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A device is down after this many probes without a good answer (relay contract, section 7). */
  static final int MISSES_UNTIL_DOWN = 3;

  /** From this system on, texts to new chats fail without the private API. */
  static final int PRIVATE_API_ONLY_SINCE = 26;

  public SenderHealth {
    failures = List.copyOf(failures);
  }

  public static SenderHealth unknown() {
    return new SenderHealth(
        State.UNKNOWN, false, 0, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static SenderHealth healthy(boolean privateApi, Instant now) {
    return new SenderHealth(
        State.HEALTHY,
        privateApi,
        0,
        List.of(),
        Optional.of(now),
        Optional.of(now),
        Optional.empty());
  }

  /** The health after one more probe (relay contract, section 7). */
  public SenderHealth after(DeviceProbe probe, Instant now) {
    return isStopped(now) ? checked(now) : judged(probe, now);
  }

  private SenderHealth judged(DeviceProbe probe, Instant now) {
    if (probe instanceof DeviceProbe.Answered answer) {
      return answer.osMajor() >= PRIVATE_API_ONLY_SINCE && !answer.privateApi()
          ? down("private-api required on macOS 26", now)
          : healthy(answer.privateApi(), now).sinceThen(this);
    }
    return probe instanceof DeviceProbe.NoAnswer silence
        ? missed(silence.reason(), now)
        : down("Credentials were refused", now);
  }

  /** A probe without an answer: down only after a few in a row, unknown stays unknown. */
  public SenderHealth missed(String failure, Instant now) {
    var count = misses + 1;
    var after = state == State.HEALTHY && count >= MISSES_UNTIL_DOWN ? State.DOWN : state;
    return found(after, count, failure, now);
  }

  /** A definite answer that the device cannot serve, such as refused credentials. */
  public SenderHealth down(String failure, Instant now) {
    return found(State.DOWN, misses + 1, failure, now);
  }

  private SenderHealth found(State after, int count, String failure, Instant now) {
    return new SenderHealth(
            after,
            privateApi,
            count,
            List.of(failure),
            Optional.of(now),
            Optional.of(now),
            Optional.empty())
        .sinceThen(this);
  }

  /** An answer to a send showed that it cannot serve anybody. */
  public SenderHealth faulty(SenderFault fault, Instant now) {
    var down = down(fault.reason(), now);
    return switch (fault.lasts()) {
      case UNTIL_PROBED -> isStopped(now) ? this : down;
      case A_DAY, UNTIL_CHANGED -> down.stopped(fault.endsAt(now));
    };
  }

  private SenderHealth stopped(Optional<Instant> until) {
    return new SenderHealth(
        state, privateApi, misses, failures, checkedAt, since, Optional.of(new Stop(until)));
  }

  private SenderHealth checked(Instant now) {
    return new SenderHealth(state, privateApi, misses, failures, Optional.of(now), since, stop);
  }

  /** It has been so for as long as before, where nothing has changed. */
  private SenderHealth sinceThen(SenderHealth before) {
    return before.state == state
        ? new SenderHealth(
            state, privateApi, misses, failures, checkedAt, before.since.or(() -> since), stop)
        : this;
  }

  /** Whether probes are of no account. */
  public boolean isStopped(Instant now) {
    return stop.filter(known -> !known.isOver(now)).isPresent();
  }

  public boolean isHealthy() {
    return state == State.HEALTHY;
  }
}
