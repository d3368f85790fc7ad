package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link InboxStore} promises. */
public abstract class InboxStoreContract {

  private InboxStore inbox;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    inbox = openStores().inbox();
  }

  @Test
  void knowsNothingOfADeviceBeforeTheFirstLook() {
    assertThat(inbox.heardUpTo("mac-1")).isEmpty();
  }

  @Test
  void remembersHowFarEachDeviceWasHeardAndNeverGoesBack() {
    inbox.hearUpTo("mac-1", NOW);
    inbox.hearUpTo("mac-1", NOW.plusSeconds(9));
    inbox.hearUpTo("mac-1", NOW.plusSeconds(3));
    inbox.hearUpTo("mac-2", NOW.minusSeconds(1));

    assertThat(inbox.heardUpTo("mac-1")).contains(NOW.plusSeconds(9));
    assertThat(inbox.heardUpTo("mac-2")).contains(NOW.minusSeconds(1));
  }

  @Test
  void keepsAStrayMessageOnceHoweverOftenItIsTold() {
    assertThat(inbox.keep(stray("mac-1", "guid-1", 0))).isTrue();
    assertThat(inbox.keep(stray("mac-1", "guid-1", 7))).isFalse();
    assertThat(inbox.keep(stray("mac-2", "guid-1", 1))).isTrue();
    assertThat(inbox.keep(stray("mac-1", "guid-2", 2))).isTrue();

    var first = inbox.strays(new PageRequest(1, 2));
    assertThat(first.items())
        .containsExactly(stray("mac-1", "guid-2", 2), stray("mac-2", "guid-1", 1));
    assertThat(first.totalCount()).isEqualTo(3);
    assertThat(inbox.strays(new PageRequest(2, 2)).items())
        .containsExactly(stray("mac-1", "guid-1", 0));
  }

  private static StrayMessage stray(String device, String guid, int seconds) {
    return new StrayMessage(device, guid, "22000", "Your code", NOW.plusSeconds(seconds));
  }
}
