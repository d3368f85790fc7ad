package io.tuco.connectors.ghl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.ContactPage;
import io.tuco.core.crm.CrmAnswer.Answered;
import io.tuco.core.crm.CrmContact;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.Dialogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading all contacts, and then what has changed (settled questions, 25). */
final class GhlImportTest {

  private final GhlWorld world = new GhlWorld();

  @AfterEach
  void asksOnlyWhatGhlsFilesAllow() {
    assertThat(world.ghl.violations()).isEmpty();
    assertThat(world.ghl.limitsExceeded()).isZero();
  }

  private void add(int from, int to) {
    for (var i = from; i < to; i++) {
      // Many share an instant: the mark must tell them apart.
      if (i % 7 == 0) {
        world.clock.advance(Duration.ofMillis(500));
      }
      world.ghl.addContact(GhlWorld.LOCATION, "{\"firstName\":\"P\",\"lastName\":\"" + i + "\"}");
    }
  }

  private ContactPage page(Optional<Instant> since, Optional<String> cursor) {
    world.clock.advance(Duration.ofMillis(130));
    return world.value(
        world.connector.contactImport().orElseThrow().page(world.context(), since, cursor));
  }

  private List<CrmContact> all(Optional<Instant> since) {
    var contacts = new ArrayList<CrmContact>();
    var cursor = Optional.<String>empty();
    do {
      var page = page(since, cursor);
      contacts.addAll(page.contacts());
      cursor = page.next();
    } while (cursor.isPresent());
    return contacts;
  }

  private static Set<String> names(List<CrmContact> contacts) {
    var names = new HashSet<String>();
    contacts.forEach(contact -> names.add(contact.lastName().orElseThrow()));
    return names;
  }

  @Test
  void readsEverybodyOnce() {
    add(0, 1_234);

    var contacts = all(Optional.empty());

    assertThat(contacts).hasSize(1_234);
    assertThat(names(contacts)).hasSize(1_234);
    assertThat(contacts)
        .isSortedAccordingTo(
            (a, b) -> a.updatedAt().orElseThrow().compareTo(b.updatedAt().orElseThrow()));
    assertThat(world.asked()).hasSize(13);
  }

  @Test
  void saysOnTheFirstPageHowManyThereAre() {
    add(0, 250);

    var first = page(Optional.empty(), Optional.empty());

    assertThat(first.total()).contains(250L);
    assertThat(page(Optional.empty(), first.next()).total()).isEmpty();
  }

  @Test
  void meetsOnceMoreWhoIsChangedMeanwhile() {
    add(0, 300);
    var first = page(Optional.empty(), Optional.empty());
    var id = first.contacts().get(0).id();
    world.value(world.connector.contacts().markOptOut(world.context(), id, true));

    var rest = new ArrayList<CrmContact>();
    for (var next = first.next(); next.isPresent(); ) {
      var page = page(Optional.empty(), next);
      rest.addAll(page.contacts());
      next = page.next();
    }

    assertThat(rest).hasSize(201);
    assertThat(rest.get(200).id()).isEqualTo(id);
    assertThat(rest.get(200).optedOut()).isPresent();
  }

  @Test
  void goesOnFromAMarkAfterACrash() {
    add(0, 250);
    var mark = page(Optional.empty(), Optional.empty()).next();

    assertThat(page(Optional.empty(), mark).contacts())
        .isEqualTo(page(Optional.empty(), mark).contacts())
        .hasSize(100);
  }

  @Test
  void readsOnlyChangesAndALittleBefore() {
    add(0, 200);
    world.clock.advance(Duration.ofHours(1));
    add(200, 205);
    world.clock.advance(Duration.ofSeconds(30));
    add(205, 210);
    world.clock.advance(Duration.ofSeconds(100));
    var watermark = world.clock.instant();
    world.clock.advance(Duration.ofMinutes(15));
    add(210, 215);

    assertThat(names(all(Optional.of(watermark))))
        .isEqualTo(Set.of("205", "206", "207", "208", "209", "210", "211", "212", "213", "214"));
  }

  @Test
  void endsWithAnEmptyPageWhereThereIsNothing() {
    var page = page(Optional.empty(), Optional.empty());

    assertThat(page).isEqualTo(new ContactPage(List.of(), Optional.empty(), Optional.of(0L)));
  }

  @Test
  void refusesAMarkThatIsNotItsOwn() {
    var broken =
        world
            .connector
            .contactImport()
            .orElseThrow()
            .page(world.context(), Optional.empty(), Optional.of("{\"a\":"));

    assertThat(world.failure(broken).kind()).isEqualTo(CrmFailure.Kind.REFUSED);
  }

  /** Or else those that follow would never be read, and nobody would know. */
  @Test
  void failsWhereAFullPageHasNoMark() {
    var contacts =
        IntStream.range(0, GhlImport.PAGE)
            .mapToObj(i -> "{\"id\":\"c" + i + "\"}")
            .collect(Collectors.joining(",", "{\"contacts\":[", "]}"));
    var ask =
        (Dialogue.Ask<ContactPage>)
            world
                .connector
                .contactImport()
                .orElseThrow()
                .page(world.context(), Optional.empty(), Optional.empty());

    assertThat(ask.next().apply(new Answered(200, Map.of(), contacts.getBytes(UTF_8))))
        .isEqualTo(
            Dialogue.broken(
                CrmFailure.refused("GHL did not say where the next page of contacts begins.")));
  }
}
