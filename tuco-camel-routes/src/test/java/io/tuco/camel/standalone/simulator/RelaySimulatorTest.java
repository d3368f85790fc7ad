package io.tuco.camel.standalone.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door: starting, stopping and the options. */
final class RelaySimulatorTest {

  @TempDir Path dataDir;

  @Test
  void namesItsUrls() {
    try (var simulator = RelaySimulator.start(options())) {
      assertThat(simulator.relayUrl()).isEqualTo("http://127.0.0.1:" + simulator.port());
      assertThat(simulator.controlUrl()).isEqualTo(simulator.relayUrl() + "/control");
    }
  }

  @Test
  void refusesATakenPortAndLeavesTheDirectoryUsable() {
    try (var first = RelaySimulator.start(options())) {
      var second = dataDir.resolve("second");
      var taken = SimulatorFixture.options(second).withPort(first.port());

      assertThatThrownBy(() -> RelaySimulator.start(taken))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageEndingWith("127.0.0.1:" + first.port());

      RelaySimulator.start(taken.withPort(0)).close();
    }
  }

  @Test
  void maySafelyBeClosedTwice() throws InterruptedException {
    var simulator = RelaySimulator.start(options());

    simulator.close();
    simulator.close();

    simulator.awaitStop();
  }

  @Test
  void takesItsTimeToSend() {
    var slow = options().withMessageDelay(Duration.ofMillis(400));
    try (var relay = SimulatorFixture.of(slow)) {
      var sending = relay.textLater(SimulatorFixture.CHAT, "t1", "hello");
      Awaitility.await().atMost(5, TimeUnit.SECONDS).until(() -> relay.inFlight() == 1);

      assertThat(relay.sent()).isEmpty();
      assertThat(sending.join().status()).isEqualTo(200);
      assertThat(relay.sent()).hasSize(1);
    }
  }

  @Test
  void keepsThePasswordOutOfItsOptionsText() {
    assertThat(options().toString()).contains("port=0").doesNotContain("secret");
  }

  @Test
  void refusesOptionsThatMakeNoSense() {
    var options = options();

    assertThatIllegalArgumentException().isThrownBy(() -> options.withPort(70_000));
    assertThatIllegalArgumentException().isThrownBy(() -> options.withIdleLimit(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.withMessageDelay(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RelaySimulatorOptions.at(dataDir, " ", Clock.systemUTC(), new Random(1)));
  }

  private RelaySimulatorOptions options() {
    return SimulatorFixture.options(dataDir);
  }
}
