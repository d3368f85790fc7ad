package io.tuco.core.engine;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aDevice;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static io.tuco.core.fixture.Fixtures.anSmsAccount;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.Availability;
import io.tuco.core.engine.LookUps.Reserved;
import io.tuco.core.engine.LookUps.Reserved.Refused;
import io.tuco.core.engine.LookUps.Reserved.Turn;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.store.Rivals;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may look up when, and at whose cost (API contract, section 6). */
final class LookUpsTest {

  private static final String MAC = id(0xd1);
  private static final String OTHER_MAC = id(0xd2);

  private final SettableClock clock = SettableClock.at(NOW);
  private final Stores stores = new InMemoryStores();
  private final AvailabilityMemory memory = new AvailabilityMemory(10);
  private final LookUps lookUps = node();
  private final OwnLines own = new OwnLines(aWorkspace().build(), Set.of());

  @BeforeEach
  void furnish() {
    stores.devices().insert(aDevice().build());
    stores.lines().insert(aLine().build());
  }

  @Test
  void keepsADevicesLookUpsThreeSecondsApart() {
    assertThat(turn().at()).isEqualTo(NOW);
    assertThat(turn().at()).isEqualTo(NOW.plusSeconds(3));
    clock.advance(Duration.ofSeconds(4));
    assertThat(turn().at()).isEqualTo(NOW.plusSeconds(6));
    clock.advance(Duration.ofMinutes(1));
    assertThat(turn().at()).isEqualTo(NOW.plusSeconds(64));
  }

  @Test
  void takesTurnsAmongDevicesAndAmongTheirLines() {
    stores.devices().insert(aDevice().withId(OTHER_MAC).build());
    line(0x74, OTHER_MAC);
    line(0x75, OTHER_MAC);

    var turns = IntStream.range(0, 4).mapToObj(number -> turn()).toList();

    assertThat(turns)
        .extracting(turn -> turn.device().id())
        .containsExactly(MAC, OTHER_MAC, MAC, OTHER_MAC);
    assertThat(turns)
        .extracting(Turn::lineId)
        .containsExactly(id(0x71), id(0x74), id(0x71), id(0x75));
    assertThat(turns)
        .extracting(Turn::at)
        .containsExactly(NOW, NOW, NOW.plusSeconds(3), NOW.plusSeconds(3));
  }

  @Test
  void neverExceedsALinesQuotaOfTheDay() {
    var nodes = List.of(node(), node(), node());

    var got = Rivals.race(6, rival -> count(nodes.get(rival % 3), 20));

    assertThat(got.stream().mapToInt(Integer::intValue).sum()).isEqualTo(LookUps.PER_DAY);
    assertThat(node().reserve(own)).isEqualTo(new Refused(LookUpResult.NO_QUOTA));
  }

  @Test
  void givesTheQuotaAgainWhenTheWorkspacesDayTurns() {
    count(lookUps, LookUps.PER_DAY);

    clock.advance(Duration.ofHours(12).minusMillis(124));
    assertThat(lookUps.reserve(own)).isEqualTo(new Refused(LookUpResult.NO_QUOTA));
    clock.advance(Duration.ofMillis(1));
    assertThat(lookUps.reserve(own)).isInstanceOf(Turn.class);
  }

  @Test
  void goesOnWithALineThatHasSomeLeft() {
    count(lookUps, LookUps.PER_DAY);
    line(0x76, MAC);

    assertThat(turn().lineId()).isEqualTo(id(0x76));
  }

  @Test
  void usesTheWorkspacesAndTheKeysLinesAlone() {
    stores
        .lines()
        .insert(
            aLine()
                .withId(id(0x77))
                .inWorkspace(OTHER_WORKSPACE)
                .withPhone("+12025550177")
                .build());
    line(0x78, MAC);
    var narrow = new OwnLines(own.workspace(), Set.of(id(0x78)));
    var foreign = new OwnLines(own.workspace(), Set.of(id(0x77)));

    assertThat(lookUps.reserve(narrow)).extracting("lineId").isEqualTo(id(0x78));
    assertThat(lookUps.reserve(foreign)).isEqualTo(new Refused(LookUpResult.NO_DEVICE));
    assertThat(lookUps.devicesOf(foreign)).isZero();
  }

  @Test
  void needsAHealthyDeviceThatCanLookUp() {
    stores.devices().updateHealth(MAC, SenderHealth.healthy(false, NOW));
    assertThat(lookUps.reserve(own)).isEqualTo(new Refused(LookUpResult.NO_DEVICE));
    stores.devices().updateHealth(MAC, SenderHealth.unknown());
    assertThat(lookUps.reserve(own)).isEqualTo(new Refused(LookUpResult.NO_DEVICE));
    stores.devices().updateHealth(MAC, SenderHealth.healthy(true, NOW).down("no", NOW));
    assertThat(lookUps.reserve(own)).isEqualTo(new Refused(LookUpResult.NO_DEVICE));

    assertThat(stores.lookUps().find(List.of(MAC))).isEmpty();
  }

  @Test
  void passesOverLinesThatAreInactiveOrOfAnotherChannel() {
    stores.lines().delete(id(0x71));
    stores.lines().insert(aLine().withId(id(0x79)).withPhone("+12025550179").inactive().build());
    stores.lines().insert(aLine().withId(id(0x7a)).overSms(anSmsAccount()).build());

    assertThat(lookUps.reserve(own)).isEqualTo(new Refused(LookUpResult.NO_DEVICE));
  }

  @Test
  void tellsSendsWhatItFound() {
    var ada = new PhoneNumber("+12025550100");

    assertThat(lookUps.note(own, ada, Availability.UNANSWERED)).isEqualTo(LookUpResult.FAILED);
    assertThat(memory.known(WORKSPACE, List.of(ada), NOW)).isEmpty();
    assertThat(lookUps.note(own, ada, Availability.UNAVAILABLE))
        .isEqualTo(LookUpResult.UNAVAILABLE);
    assertThat(memory.known(WORKSPACE, List.of(ada), NOW)).isEqualTo(Map.of(ada, false));
  }

  private LookUps node() {
    var senders = new Senders(new RecentFacts(stores, Duration.ZERO, () -> 0));
    return new LookUps(stores.lookUps(), senders, memory, clock);
  }

  private Turn turn() {
    return (Turn) lookUps.reserve(own);
  }

  private int count(LookUps node, int tries) {
    return (int)
        IntStream.range(0, tries)
            .mapToObj(number -> node.reserve(own))
            .filter(Reserved.Turn.class::isInstance)
            .count();
  }

  private void line(int number, String device) {
    stores
        .lines()
        .insert(
            aLine()
                .withId(id(number))
                .onDevice(device)
                .withPhone("+120255501" + Integer.toHexString(number).replace('a', '9'))
                .build());
  }
}
