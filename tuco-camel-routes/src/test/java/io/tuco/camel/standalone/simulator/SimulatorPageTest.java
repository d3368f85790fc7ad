package io.tuco.camel.standalone.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.DocsPage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The reference page of the simulator names every fault. */
final class SimulatorPageTest {

  @Test
  void namesEveryFault() {
    var page = DocsPage.of("reference/simulator-control.md").text();

    var faults = Arrays.stream(FaultKind.values()).map(FaultKind::wireName);

    assertThat(faults).allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
  }
}
