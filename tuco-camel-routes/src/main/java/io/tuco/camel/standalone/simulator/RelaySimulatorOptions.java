package io.tuco.camel.standalone.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How a {@link RelaySimulator} is started.
 *
 * @param port the port on 127.0.0.1; 0 takes any free one
 * @param dataDir where the log, the registrations and the attachments are kept; made when missing
 * @param password what callers must present, as with the real server
 * @param idleLimit stops by itself after this long without a request
 * @param messageDelay how long each send takes before the message leaves
 * @param clock dates messages and measures idleness
 * @param random the source of message guids
 */
public record RelaySimulatorOptions(
    int port,
    Path dataDir,
    String password,
    Duration idleLimit,
    Duration messageDelay,
    Clock clock,
    RandomGenerator random) {

  /** How long a simulator that nobody asks anything stays (settled answers, item 1). */
  public static final Duration DEFAULT_IDLE_LIMIT = Duration.ofMinutes(10);

  public RelaySimulatorOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port is between 0 and 65535, not " + port);
    }
    if (password.isBlank()) {
      throw new IllegalArgumentException("The relay's password must not be blank");
    }
    if (idleLimit.isNegative() || idleLimit.isZero()) {
      throw new IllegalArgumentException("The idle limit must be longer than nothing");
    }
    if (messageDelay.isNegative()) {
      throw new IllegalArgumentException("The message delay must not be negative");
    }
  }

  /** Any free port, ten idle minutes, no delay. */
  public static RelaySimulatorOptions at(
      Path dataDir, String password, Clock clock, RandomGenerator random) {
    return new RelaySimulatorOptions(
        0, dataDir, password, DEFAULT_IDLE_LIMIT, Duration.ZERO, clock, random);
  }

  public RelaySimulatorOptions withPort(int newPort) {
    return new RelaySimulatorOptions(
        newPort, dataDir, password, idleLimit, messageDelay, clock, random);
  }

  public RelaySimulatorOptions withIdleLimit(Duration newLimit) {
    return new RelaySimulatorOptions(
        port, dataDir, password, newLimit, messageDelay, clock, random);
  }

  public RelaySimulatorOptions withMessageDelay(Duration newDelay) {
    return new RelaySimulatorOptions(port, dataDir, password, idleLimit, newDelay, clock, random);
  }

  /** Leaves the password out: options end up in logs. */
  @Override
  public String toString() {
    return "RelaySimulatorOptions[port=%d, dataDir=%s, idleLimit=%s, messageDelay=%s]"
        .formatted(port, dataDir, idleLimit, messageDelay);
  }
}
