package io.tuco.core.engine;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.SortableIds;
import io.tuco.core.engine.BulkChecks.Stretch;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.lead.BulkCheck;
import io.tuco.core.lead.LeadAvailability;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bulk checks in the background, over starts and nodes (API contract, section 6). */
final class BulkChecksTest {

  private static final int LEADS = 20;

  private final SettableClock clock = SettableClock.at(NOW);
  private final AtomicLong nanos = new AtomicLong();
  private final Stores stores = new InMemoryStores();
  private final OwnLines lines = new OwnLines(aWorkspace().build(), Set.of(id(0x71)));
  private final BulkChecks here = node("node-a");

  @BeforeEach
  void furnish() {
    stores.workspaces().insert(aWorkspace().build());
    IntStream.range(0, LEADS)
        .forEach(
            number ->
                stores
                    .leads()
                    .create(
                        aLead()
                            .withId(id(number))
                            .withPhone("+120255501" + (10 + number))
                            .build()));
  }

  @Test
  void looksEveryLeadUpAndForgetsTheCheck() {
    here.begin(lines, ids(LEADS));

    var check = here.takeUp().get(0);
    var stretches = 0;
    for (var next = Optional.of(check); next.isPresent(); stretches++) {
      next = here.record(answered(here, next.get(), LookUpResult.AVAILABLE));
    }

    assertThat(stretches).isEqualTo(3);
    assertThat(found()).hasSize(LEADS).containsOnly(Optional.of(LeadAvailability.AVAILABLE));
    assertThat(stores.bulkChecks().oldest(9)).isEmpty();
  }

  @Test
  void isTakenUpByOneNodeWhileThatLives() {
    here.begin(lines, ids(LEADS));
    var there = node("node-b");

    assertThat(here.takeUp()).hasSize(1);
    assertThat(here.takeUp()).isEmpty();
    assertThat(there.takeUp()).isEmpty();
  }

  @Test
  void goesOnElsewhereWhereASilentNodeStopped() {
    here.begin(lines, ids(LEADS));
    var check = here.takeUp().get(0);
    var second = here.record(answered(here, check, LookUpResult.UNAVAILABLE)).orElseThrow();

    clock.advance(NodeLease.LIFE);
    nanos.addAndGet(NodeLease.LIFE.toNanos());
    var there = node("node-b");
    var taken = there.takeUp();

    assertThat(taken).extracting(BulkCheck::done).containsExactly(8);
    assertThat(there.nextOf(taken.get(0)).orElseThrow().series().take().orElseThrow().address())
        .isEqualTo(stores.leads().find(WORKSPACE, id(8)).orElseThrow().addresses().all().get(0));
    assertThat(here.record(answered(here, second, LookUpResult.AVAILABLE))).isEmpty();
    assertThat(stores.bulkChecks().find(WORKSPACE, check.id()))
        .get()
        .extracting(BulkCheck::done)
        .isEqualTo(8);
  }

  @Test
  void isTakenUpAgainHereOnceItWasLeft() {
    here.begin(lines, ids(LEADS));
    var check = here.takeUp().get(0);

    here.leave(check);

    assertThat(here.takeUp()).extracting(BulkCheck::id).containsExactly(check.id());
  }

  @Test
  void takesNothingUpWithoutASignOfLife() {
    here.begin(lines, ids(LEADS));

    nanos.addAndGet(NodeLease.LIFE.toNanos());

    assertThat(here.takeUp()).isEmpty();
  }

  @Test
  void endsWithoutQuotaAndFailsTheRest() {
    here.begin(lines, ids(LEADS));
    var stretch = here.nextOf(here.takeUp().get(0)).orElseThrow();
    note(stretch, LookUpResult.AVAILABLE, LookUpResult.NO_QUOTA);

    assertThat(here.record(stretch)).isEmpty();

    assertThat(found().get(0)).contains(LeadAvailability.AVAILABLE);
    assertThat(found().subList(1, LEADS)).containsOnly(Optional.of(LeadAvailability.ERROR));
    assertThat(stores.bulkChecks().oldest(9)).isEmpty();
  }

  @Test
  void waitsForADeviceButNotForever() {
    here.begin(lines, ids(LEADS));
    var check = here.takeUp().get(0);
    var stretch = here.nextOf(check).orElseThrow();
    note(stretch, LookUpResult.AVAILABLE, LookUpResult.NO_DEVICE);

    assertThat(here.record(stretch)).isEmpty();
    here.leave(check);
    var again = here.takeUp().get(0);
    assertThat(again.done()).isEqualTo(1);
    assertThat(found().get(1)).isEmpty();

    clock.advance(Duration.ofHours(24));
    nanos.set(0);
    var last = here.nextOf(again).orElseThrow();
    note(last, LookUpResult.NO_DEVICE);
    here.record(last);

    assertThat(found().subList(1, LEADS)).containsOnly(Optional.of(LeadAvailability.ERROR));
    assertThat(stores.bulkChecks().oldest(9)).isEmpty();
  }

  @Test
  void passesOverLeadsThatAreGoneMeanwhile() {
    here.begin(lines, ids(3));
    stores.leads().delete(WORKSPACE, id(1));

    here.record(answered(here, here.takeUp().get(0), LookUpResult.AVAILABLE));

    assertThat(found().subList(0, 3))
        .containsExactly(
            Optional.of(LeadAvailability.AVAILABLE),
            Optional.empty(),
            Optional.of(LeadAvailability.AVAILABLE));
    assertThat(stores.bulkChecks().oldest(9)).isEmpty();
  }

  @Test
  void takesFiveOfAWorkspaceAtMost() {
    var begun = Stream.generate(() -> here.begin(lines, ids(2))).limit(6).toList();

    assertThat(begun.subList(0, 5)).allMatch(Optional::isPresent);
    assertThat(begun.get(5)).isEmpty();
  }

  private BulkChecks node(String name) {
    var lease = new NodeLease(name, stores.nodes(), clock, nanos::get);
    lease.renew();
    return new BulkChecks(stores, lease, new SortableIds(clock, new Random(7)), clock);
  }

  private static Stretch answered(BulkChecks node, BulkCheck check, LookUpResult result) {
    var stretch = node.nextOf(check).orElseThrow();
    for (var step = stretch.series().take(); step.isPresent(); step = stretch.series().take()) {
      stretch.series().note(step.get(), result);
    }
    return stretch;
  }

  private static void note(Stretch stretch, LookUpResult... results) {
    for (var result : results) {
      stretch.series().note(stretch.series().take().orElseThrow(), result);
    }
  }

  private List<Optional<LeadAvailability>> found() {
    return ids(LEADS).stream()
        .map(id -> stores.leads().find(WORKSPACE, id).flatMap(lead -> lead.availability()))
        .toList();
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(number -> id(number)).toList();
  }
}
