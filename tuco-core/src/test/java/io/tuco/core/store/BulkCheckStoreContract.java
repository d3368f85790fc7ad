package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.lead.BulkCheck;
import io.tuco.core.store.BulkCheckStore.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link BulkCheckStore} promises. */
public abstract class BulkCheckStoreContract {

  private BulkCheckStore checks;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    checks = openStores().bulkChecks();
  }

  @Test
  void returnsACheckAsItWasStored() {
    var full = BulkCheck.of(id(1), WORKSPACE, Set.of(id(0x71), id(0x72)), leads(3), NOW);
    var bare = BulkCheck.of(id(2), WORKSPACE, Set.of(), List.of(), NOW.plusMillis(1));
    checks.insert(full);
    checks.insert(bare);

    assertThat(checks.find(WORKSPACE, full.id())).contains(full);
    assertThat(checks.find(WORKSPACE, bare.id())).contains(bare);
    assertThat(checks.find(OTHER_WORKSPACE, full.id())).isEmpty();
  }

  @Test
  void keepsHowFarACheckIsAndWhose() {
    var check = insert(WORKSPACE, 1, 0);
    var owned = check.ownedBy("node-a");

    assertThat(checks.replace(check, owned)).isTrue();
    assertThat(checks.replace(owned, owned.after(2))).isTrue();

    assertThat(checks.find(WORKSPACE, check.id())).contains(owned.after(2));
  }

  @Test
  void refusesWhoDidNotSeeTheLastChange() {
    var check = insert(WORKSPACE, 1, 0);
    var owned = check.ownedBy("node-a");
    checks.replace(check, owned);

    assertThat(checks.replace(check, check.ownedBy("node-b"))).isFalse();
    assertThat(checks.remove(check)).isFalse();
    assertThat(checks.find(WORKSPACE, check.id())).contains(owned);
    assertThat(checks.remove(owned)).isTrue();
    assertThat(checks.find(WORKSPACE, check.id())).isEmpty();
    assertThat(checks.replace(owned, owned.after(1))).isFalse();
  }

  @Test
  void listsTheOldestOfAnyWorkspaceAndCountsThoseOfOne() {
    var second = insert(WORKSPACE, 1, 2);
    var first = insert(OTHER_WORKSPACE, 2, 1);
    insert(WORKSPACE, 3, 3);
    checks.replace(first, first.ownedBy("node-a"));

    assertThat(checks.oldest(2))
        .containsExactly(
            new Place(OTHER_WORKSPACE, first.id(), Optional.of("node-a")),
            new Place(WORKSPACE, second.id(), Optional.empty()));
    assertThat(checks.countOf(WORKSPACE)).isEqualTo(2);
    assertThat(checks.countOf("org_nobody")).isZero();
  }

  @Test
  void givesACheckToOneOfManyRivals() {
    for (var round = 0; round < 20; round++) {
      var check = insert(WORKSPACE, 100 + round, round);

      var won = Rivals.race(4, rival -> checks.replace(check, check.ownedBy("node-" + rival)));

      assertThat(won).containsOnlyOnce(true);
    }
  }

  private BulkCheck insert(String workspace, int number, int second) {
    var check = BulkCheck.of(id(number), workspace, Set.of(), leads(3), NOW.plusSeconds(second));
    checks.insert(check);
    return check;
  }

  private static List<String> leads(int count) {
    return IntStream.range(0, count).mapToObj(number -> id(0x100 + number)).toList();
  }
}
