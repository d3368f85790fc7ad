package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.CrmOrder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link CrmHookStore} promises. */
public abstract class CrmHookStoreContract {

  private CrmHookStore hooks;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    hooks = openStores().crmHooks();
  }

  @Test
  void keepsTheFirstOrderOfAMessage() {
    var order = order("m1", "first");

    assertThat(hooks.keep(order)).isTrue();
    assertThat(hooks.keep(order("m1", "second"))).isFalse();
    hooks.keep(order("m2", "other"));

    assertThat(hooks.orders(List.of(WORKSPACE), List.of("m1", "m3"))).containsExactly(order);
    assertThat(hooks.orders(List.of(OTHER_WORKSPACE), List.of("m1"))).isEmpty();
    assertThat(hooks.orders(List.of(OTHER_WORKSPACE, WORKSPACE), List.of("m1", "m2"))).hasSize(2);
  }

  @Test
  void notesWhyThereIsNoMessage() {
    var order = order("m1", "first");
    hooks.noteRefused(order, "nothing to note it at");
    hooks.keep(order);

    hooks.noteRefused(order, "No address");

    assertThat(hooks.orders(List.of(WORKSPACE), List.of("m1")))
        .containsExactly(order.refused("No address"));
  }

  @Test
  void remembersWhatWasTaken() {
    hooks.noteTaken(WORKSPACE, "c1", "n1", NOW);
    hooks.noteTaken(WORKSPACE, "c1", "n1", NOW.plusSeconds(1));

    assertThat(hooks.isTaken(WORKSPACE, "c1", "n1")).isTrue();
    assertThat(hooks.isTaken(WORKSPACE, "c1", "n2")).isFalse();
    assertThat(hooks.isTaken(WORKSPACE, "c2", "n1")).isFalse();
    assertThat(hooks.isTaken(OTHER_WORKSPACE, "c1", "n1")).isFalse();
  }

  @Test
  void forgetsWhatIsOld() {
    hooks.noteTaken(WORKSPACE, "c1", "n1", NOW);
    hooks.keep(order("m1", "first"));

    hooks.forgetBefore(NOW, NOW);
    assertThat(hooks.isTaken(WORKSPACE, "c1", "n1")).isTrue();
    assertThat(hooks.orders(List.of(WORKSPACE), List.of("m1"))).hasSize(1);

    hooks.forgetBefore(NOW.plusMillis(1), NOW);
    assertThat(hooks.isTaken(WORKSPACE, "c1", "n1")).isFalse();
    hooks.forgetBefore(NOW, NOW.plusMillis(1));
    assertThat(hooks.orders(List.of(WORKSPACE), List.of("m1"))).isEmpty();
  }

  private static CrmOrder order(String messageId, String reference) {
    return new CrmOrder(messageId, WORKSPACE, "c1", reference, Optional.empty(), NOW);
  }
}
