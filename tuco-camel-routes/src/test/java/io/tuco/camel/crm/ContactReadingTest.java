package io.tuco.camel.crm;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMember;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.Crms;
import io.tuco.core.crm.FakeCrm.Reply;
import io.tuco.core.crm.SyncProgress;
import io.tuco.core.crm.SyncProgress.State;
import io.tuco.core.lead.Lead;
import io.tuco.core.store.LeadFilter;
import io.tuco.core.store.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contacts of a CRM become leads, all of them, once (settled 25). */
final class ContactReadingTest {

  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final CrmWorld world = new CrmWorld();
  private ContactReading reading = reader("node-1");
  private Connection connection = world.connectedByToken();

  @BeforeEach
  void want() {
    world.stores.members().insert(aMember().withEmail("first@example.com").build());
    connection = change(SyncProgress.none().wanted(false, NOW));
  }

  @Test
  void readsAllContactsAndThenWhatHasChanged() {
    world.toy.fill(0, 250);
    world.time.passes(Duration.ofMinutes(10));
    var began = world.clock.instant();
    reading.look();
    world.time.passes(Duration.ofMinutes(1));
    var first = progress();
    world.time.passes(QUARTER);
    world.toy.put(7, "New Name", "", "");
    world.toy.fill(250, 251);
    reading.look();
    world.time.passes(Duration.ofMinutes(1));

    assertThat(first.state()).isEqualTo(State.IDLE);
    assertThat(first.counted()).isEqualTo(250);
    assertThat(first.total()).contains(250L);
    assertThat(first.watermark()).contains(began);
    assertThat(first.lastRunAt()).contains(began);
    assertThat(first.nextAt()).contains(began.plus(QUARTER));
    assertThat(progress().counted()).isEqualTo(2);
    assertThat(leads()).isEqualTo(251);
    assertThat(lead(7).name().full()).contains("Person 7");
    assertThat(lead(7).aliases().items()).hasSize(1);
    assertThat(world.toy.overLimit()).isZero();
  }

  @Test
  void goesOnAtThePageThatWasNotStoredAfterACrash() {
    world.toy.fill(0, 450);
    reading.look();
    world.time.until(() -> progress().counted() >= 200);
    var pages = world.toy.paths().size();
    world.time.forgetEverything();
    reading = reader("node-2");
    reading.look();
    world.time.passes(SECOND);
    var tooEarly = world.toy.paths().size();
    world.time.passes(Duration.ofSeconds(60));
    reading.look();
    world.time.passes(Duration.ofMinutes(1));

    assertThat(pages).isEqualTo(2);
    assertThat(tooEarly).isEqualTo(pages);
    assertThat(leads()).isEqualTo(450);
    assertThat(progress().state()).isEqualTo(State.IDLE);
    assertThat(progress().counted()).isEqualTo(450);
    assertThat(progress().watermark()).contains(NOW);
    assertThat(world.toy.paths()).filteredOn(path -> path.endsWith("after=0")).hasSize(1);
  }

  @Test
  void isReadByOneNodeAtATime() {
    world.toy.fill(0, 300);
    var other = reader("node-2");
    reading.look();
    other.look();
    for (var second = 0; second < 60; second++) {
      world.time.passes(SECOND);
      reading.look();
      other.look();
    }

    assertThat(world.toy.paths()).hasSize(3);
    assertThat(leads()).isEqualTo(300);
  }

  @Test
  void waitsWhereItIsWhileTheCrmIsClosed() {
    world.toy.fill(0, 150);
    reading.look();
    world.time.until(() -> progress().counted() >= 100);
    world.toy.failing(Reply.json(423, ""));
    world.time.passes(SECOND);
    var waiting = progress();
    world.time.passes(Duration.ofHours(5));
    reading.look();
    world.time.passes(Duration.ofMinutes(1));

    assertThat(waiting.state()).isEqualTo(State.WAITING);
    assertThat(waiting.failure()).contains("The day's limit is used up");
    assertThat(waiting.remaining()).contains(50L);
    assertThat(progress().state()).isEqualTo(State.IDLE);
    assertThat(leads()).isEqualTo(150);
  }

  @Test
  void saysWhyItFailsAndTriesAgainAtItsNextTime() {
    world.toy.fill(0, 10);
    world.toy.failing(Reply.json(404, ""));
    reading.look();
    world.time.passes(SECOND);
    var failed = progress();
    world.time.passes(QUARTER);
    reading.look();
    world.time.passes(SECOND);

    assertThat(failed.state()).isEqualTo(State.FAILED);
    assertThat(failed.failure()).contains("Refused");
    assertThat(progress().state()).isEqualTo(State.IDLE);
    assertThat(leads()).isEqualTo(10);
  }

  @Test
  void readsEverythingAnewWhenThatIsWanted() {
    world.toy.fill(0, 150);
    reading.look();
    world.time.until(() -> progress().counted() >= 100);
    change(progress().wanted(true, world.clock.instant()));
    world.time.passes(SECOND);
    reading.look();
    world.time.passes(Duration.ofMinutes(1));

    assertThat(world.toy.paths()).filteredOn(path -> path.endsWith("after=0")).hasSize(2);
    assertThat(progress().counted()).isEqualTo(150);
    assertThat(leads()).isEqualTo(150);
  }

  @Test
  void asksForEachOwnerOnceAndStopsWhoOptedOut() {
    world
        .stores
        .members()
        .insert(
            aMember()
                .withId(id(0x92))
                .withEmail("ann@example.com")
                .createdAt(NOW.plusSeconds(1))
                .build());
    world.toy.put(1, "One", "ann", "");
    world.toy.put(2, "Two", "ann", "");
    world.toy.put(3, "Three", "nobody", "stop");

    reading.look();
    world.time.passes(Duration.ofMinutes(1));

    assertThat(lead(1).contactOwnerEmail()).contains("ann@example.com");
    assertThat(lead(2).contactOwnerEmail()).contains("ann@example.com");
    assertThat(lead(3).contactOwnerEmail()).contains("first@example.com");
    assertThat(world.toy.paths()).containsOnlyOnce("/users/ann").containsOnlyOnce("/users/nobody");
    assertThat(world.stores.doNotContact().find(WORKSPACE, List.of(phone(3)))).hasSize(1);
    assertThat(world.stores.doNotContact().find(WORKSPACE, List.of(phone(1)))).isEmpty();
  }

  private ContactReading reader(String nodeId) {
    var node = world.node(nodeId);
    return new ContactReading(node.parts(), new Crms(node.parts().connectors(), node), world.time);
  }

  private Connection change(SyncProgress progress) {
    return world.stores.connections().change(connection.id(), c -> c.at(progress)).orElseThrow();
  }

  private SyncProgress progress() {
    return world.stored(connection).progress();
  }

  private Lead lead(int number) {
    return world.stores.leads().findByAddress(WORKSPACE, phone(number)).orElseThrow();
  }

  private static PhoneNumber phone(int number) {
    return new PhoneNumber("+1202" + (5_000_000 + number));
  }

  private long leads() {
    return world
        .stores
        .leads()
        .search(WORKSPACE, new LeadFilter("", Optional.empty()), new PageRequest(1, 1))
        .orElseThrow()
        .totalCount();
  }
}
