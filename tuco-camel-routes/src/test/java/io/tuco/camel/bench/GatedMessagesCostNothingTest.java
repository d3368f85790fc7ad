package io.tuco.camel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.line.LineLimits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many messages may not leave, looking after them costs the same: nothing for each. */
@Tag("long")
final class GatedMessagesCostNothingTest {

  private static final int FEW = 100;
  private static final int MANY = 600;
  private static final int LINES = 2;
  private static final int TICKS = 5;

  private ZeroLatencyRelay relay;
  private RunningProduct product;

  @BeforeEach
  void open(@TempDir Path directory) throws Exception {
    relay = ZeroLatencyRelay.start(directory.resolve("relay.log"), LINES);
    product = new RunningProduct(directory, Clock.systemUTC());
  }

  @AfterEach
  void close() throws Exception {
    product.close();
    relay.close();
  }

  @Test
  void costsNothingUntilAScheduledDate() throws Exception {
    var later = Schedules.at(Instant.now().plus(1, ChronoUnit.DAYS));

    var texts = sentWhileFewAndManyWait(Fleet.UNLIMITED, later);

    assertThat(texts).isZero();
  }

  @Test
  void costsNothingUntilAWindowOpens() throws Exception {
    var closed = Schedules.closedNow(Instant.now());

    var texts = sentWhileFewAndManyWait(Fleet.UNLIMITED, closed);

    assertThat(texts).isZero();
  }

  @Test
  void costsNothingWhileALineIsAtItsCap() throws Exception {
    var oneADay = new LineLimits(1, 1, 1, Duration.ZERO);

    var texts = sentWhileFewAndManyWait(oneADay, "");

    assertThat(texts).isEqualTo(LINES);
  }

  private long sentWhileFewAndManyWait(LineLimits limits, String held) throws Exception {
    var fleet = product.fleet(relay.urls(), new Fleet.Size(LINES, Duration.ZERO, limits));
    var ticks = product.startWithoutTimers();
    try (var sends = new DirectSends(product.context(), fleet)) {
      sends.send(FEW, held);
      var few = commandsOf(ticks);
      sends.send(MANY - FEW, held);
      var many = commandsOf(ticks);

      // What is asked by the second, such as a line's health, falls into a tick once more or less.
      assertThat(Math.abs(many.total() - few.total()))
          .as("%s with few, %s with many", few, many)
          .isLessThan((MANY - FEW) / 10);
      return relay.sends();
    }
  }

  private Tally commandsOf(ManualTicks ticks) throws Exception {
    tick(ticks);
    var before = product.counts().commands();
    var documents = product.counts().documents();
    for (var tick = 0; tick < TICKS; tick++) {
      tick(ticks);
    }
    var whole = product.counts().documents().since(documents);
    assertThat(whole.of("messages")).as("messages read whole").isZero();
    return product.counts().commands().since(before);
  }

  private void tick(ManualTicks ticks) throws Exception {
    ticks.fire();
    Quiet.awaitOf(() -> product.counts().commands().total());
  }
}
