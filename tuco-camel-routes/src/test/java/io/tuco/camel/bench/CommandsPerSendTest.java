package io.tuco.camel.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sent message costs the store after its accept (settled answers, item 16). */
@Tag("long")
final class CommandsPerSendTest {

  private static final int TEXTS = 200;
  private static final Duration TICK = Duration.ofSeconds(3);
  private static final Duration LIMIT = Duration.ofSeconds(90);

  /**
   * Asked at every tick, whatever is sent: signs of life, probes, deliveries that are due, and what
   * may be forgotten, the messages of leads that are gone among it.
   */
  private static final Set<String> TICKED =
      Set.of(
          "nodes",
          "devices",
          "deliveries",
          "idempotency",
          "send_marks",
          "chat_orders",
          "connections",
          "crm_orders",
          "crm_jobs",
          "crm_notices",
          "notices",
          "files",
          "file_pieces",
          "sandbox_uses",
          "messages.delete");

  private final ForwardClock clock = new ForwardClock();

  @Test
  void sendsWithFiveWritesAndTwoReadsAtMost(@TempDir Path directory) throws Exception {
    try (var relay = ZeroLatencyRelay.start(directory.resolve("relay.log"), 2);
        var product = new RunningProduct(directory, clock)) {
      var ticks = acceptForTomorrow(product, relay);
      var before = product.counts().commands();

      clock.forward(Duration.ofDays(2));
      ticks.fire();
      await().atMost(LIMIT).pollInterval(TICK).until(() -> isDone(relay, ticks));
      // Results are published a little after the send.
      Quiet.awaitOf(() -> product.counts().commands().writes());

      var after = product.counts().commands().since(before);
      print(after);
      assertThat(relay.sends()).isEqualTo(TEXTS);
      var ofTexts = after.without(TICKED);
      assertThat(share(ofTexts.writes())).as("writes per text: %s", after).isLessThanOrEqualTo(5);
      assertThat(share(ofTexts.reads())).as("reads per text: %s", after).isLessThanOrEqualTo(2);
    }
  }

  private ManualTicks acceptForTomorrow(RunningProduct product, ZeroLatencyRelay relay)
      throws Exception {
    var fleet = product.fleet(relay.urls(), new Fleet.Size(2, Duration.ZERO, Fleet.UNLIMITED));
    var ticks = product.startWithoutTimers();
    ticks.fire();
    try (var sends = new DirectSends(product.context(), fleet)) {
      sends.send(TEXTS, Schedules.at(clock.instant().plus(Duration.ofDays(1))));
    }
    Quiet.awaitOf(() -> product.counts().commands().total());
    assertThat(relay.sends()).isZero();
    return ticks;
  }

  /** Ticks go on, for they also say that this node lives. */
  private static boolean isDone(ZeroLatencyRelay relay, ManualTicks ticks) {
    var done = relay.sends() >= TEXTS;
    if (!done) {
      ticks.fire();
    }
    return done;
  }

  private static void print(Tally tally) {
    var rows = new StringBuilder("commands per sent message, after its accept\n");
    row(rows, "writes", tally.writes());
    row(rows, "reads", tally.reads());
    tally.counts().forEach((name, count) -> row(rows, "  " + name, count));
    System.out.print(rows);
  }

  private static void row(StringBuilder rows, String name, long count) {
    rows.append(String.format(Locale.ROOT, "%-32s %8.3f%n", name, share(count)));
  }

  private static double share(long count) {
    return (double) count / TEXTS;
  }
}
