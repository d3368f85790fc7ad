package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.line.DeviceLookUps;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LookUpStore} promises. */
public abstract class LookUpStoreContract {

  private static final String MAC = id(0xd1);
  private static final String OTHER = id(0xd2);
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);
  private static final Duration GAP = Duration.ofSeconds(3);

  private LookUpStore lookUps;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    lookUps = openStores().lookUps();
  }

  @Test
  void knowsNoDeviceBeforeItsFirstLookUp() {
    assertThat(lookUps.find(List.of(MAC, OTHER))).isEmpty();
  }

  @Test
  void returnsWhatWasTakenAsItWasStored() {
    var taken = take(take(DeviceLookUps.none(MAC), id(0x71)), id(0x72));
    var elsewhere = take(DeviceLookUps.none(OTHER), id(0x73));

    assertThat(lookUps.find(List.of(MAC, OTHER, MAC))).containsExactlyInAnyOrder(taken, elsewhere);
    assertThat(lookUps.find(List.of(OTHER))).containsExactly(elsewhere);
  }

  @Test
  void refusesWhatIsNotAtTheRevisionAnyMore() {
    var none = DeviceLookUps.none(MAC);
    var first = take(none, id(0x71));
    var second = take(first, id(0x71));

    assertThat(lookUps.replace(none, next(none, id(0x72)))).isFalse();
    assertThat(lookUps.replace(first, next(first, id(0x72)))).isFalse();

    assertThat(lookUps.find(List.of(MAC))).containsExactly(second);
  }

  @Test
  void refusesWhatWasNeverStored() {
    var imagined = new DeviceLookUps(MAC, 3, Instant.EPOCH, Map.of());

    assertThat(lookUps.replace(imagined, next(imagined, id(0x71)))).isFalse();

    assertThat(lookUps.find(List.of(MAC))).isEmpty();
  }

  @Test
  void givesAPlaceToOneOfManyRivals() {
    var seen = DeviceLookUps.none(MAC);
    for (var round = 0; round < 30; round++) {
      var there = seen;
      var won = Rivals.race(4, rival -> lookUps.replace(there, next(there, id(rival))));

      assertThat(won).containsOnlyOnce(true);
      seen = lookUps.find(List.of(MAC)).get(0);
    }
  }

  private DeviceLookUps take(DeviceLookUps seen, String lineId) {
    var next = next(seen, lineId);
    assertThat(lookUps.replace(seen, next)).isTrue();
    return next;
  }

  private static DeviceLookUps next(DeviceLookUps seen, String lineId) {
    return seen.taking(lineId, TODAY, NOW, GAP);
  }
}
