package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.store.NodeStore.Beat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link NodeStore} promises. */
public abstract class NodeStoreContract {

  private NodeStore nodes;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    nodes = openStores().nodes();
  }

  @Test
  void knowsNobodyAtFirst() {
    assertThat(nodes.beats()).isEmpty();
  }

  @Test
  void countsTheBeatsOfEachNode() {
    nodes.beat("node-a", NOW.plusSeconds(10));
    nodes.beat("node-b", NOW.plusSeconds(11));
    nodes.beat("node-a", NOW.plusSeconds(10));

    assertThat(nodes.beats())
        .containsOnly(
            Map.entry("node-a", new Beat(2, NOW.plusSeconds(10))),
            Map.entry("node-b", new Beat(1, NOW.plusSeconds(11))));
  }

  @Test
  void takesNoDutyForANode() {
    nodes.takeDuty("stream", "node-a", NOW, NOW.plusSeconds(30));

    assertThat(nodes.beats()).isEmpty();
  }

  @Test
  void retiresOneNode() {
    nodes.beat("node-a", NOW.plusSeconds(10));
    nodes.beat("node-b", NOW.plusSeconds(10));

    nodes.retire("node-a");
    nodes.retire("node-never-seen");

    assertThat(nodes.beats()).containsOnlyKeys("node-b");
  }

  @Test
  void retiresAllNodesAndLetsThemReturn() {
    nodes.beat("node-a", NOW.plusSeconds(10));
    nodes.beat("node-b", NOW.plusSeconds(10));

    nodes.retireAll();

    assertThat(nodes.beats()).isEmpty();
    nodes.beat("node-a", NOW.plusSeconds(10));
    assertThat(nodes.beats()).containsOnlyKeys("node-a");
  }

  @Test
  void givesADutyToOneNode() {
    assertThat(nodes.takeDuty("stream", "node-a", NOW, NOW.plusSeconds(30))).isTrue();

    assertThat(nodes.takeDuty("stream", "node-b", NOW, NOW.plusSeconds(30))).isFalse();
    assertThat(nodes.takeDuty("stream", "node-a", NOW, NOW.plusSeconds(60))).isTrue();
    assertThat(nodes.takeDuty("other", "node-b", NOW, NOW.plusSeconds(30))).isTrue();
  }

  @Test
  void givesADutyToAnotherOnceItsTimeIsOver() {
    nodes.takeDuty("stream", "node-a", NOW, NOW.plusSeconds(30));

    assertThat(nodes.takeDuty("stream", "node-b", NOW.plusMillis(29_999), NOW.plusSeconds(90)))
        .isFalse();
    assertThat(nodes.takeDuty("stream", "node-b", NOW.plusSeconds(30), NOW.plusSeconds(90)))
        .isTrue();
    assertThat(nodes.takeDuty("stream", "node-a", NOW.plusSeconds(31), NOW.plusSeconds(90)))
        .isFalse();
  }

  @Test
  void leavesADutyThatIsItsOwn() {
    nodes.takeDuty("stream", "node-a", NOW, NOW.plusSeconds(30));

    nodes.leaveDuty("stream", "node-b");
    assertThat(nodes.takeDuty("stream", "node-b", NOW, NOW.plusSeconds(30))).isFalse();

    nodes.leaveDuty("stream", "node-a");
    assertThat(nodes.takeDuty("stream", "node-b", NOW, NOW.plusSeconds(30))).isTrue();
  }

  @Test
  void freesDutiesWithAllNodes() {
    nodes.takeDuty("stream", "node-a", NOW, NOW.plusSeconds(30));

    nodes.retireAll();

    assertThat(nodes.takeDuty("stream", "node-b", NOW, NOW.plusSeconds(30))).isTrue();
  }
}
