package io.tuco.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.ContactPage;
import io.tuco.core.crm.CrmContact;
import io.tuco.core.crm.CrmFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The import (settled 25). */
final class HubspotImportTest {

  private static final Optional<String> FROM_THE_START = Optional.empty();

  private final Desk desk = new Desk();

  @AfterEach
  void everyRequestIsOfTheContract() {
    assertThat(desk.hubspot.violations()).isEmpty();
    assertThat(desk.hubspot.searchesTooDeep()).isZero();
  }

  @Test
  void readsEverythingByTheList() {
    var ids = contacts(250);
    desk.hubspot.archiveContact(Desk.PORTAL, ids.get(10));

    var read = run(Optional.empty());

    assertThat(read).extracting(CrmContact::id).hasSize(249).doesNotContain(ids.get(10));
    assertThat(desk.hubspot.requests().get(0).path())
        .isEqualTo(
            "/crm/v3/objects/contacts?limit=100&archived=false&properties=firstname,lastname,"
                + "company,jobtitle,phone,mobilephone,email,hubspot_owner_id,lastmodifieddate");
    assertThat(desk.lastRequest().path()).contains("?limit=100&after=");
  }

  @Test
  void saysHowManyThereAreOnTheFirstPage() {
    contacts(120);

    var first = page(Optional.empty(), FROM_THE_START);
    var second = page(Optional.empty(), first.next());

    assertThat(first.total()).contains(120L);
    assertThat(second.total()).isEmpty();
    assertThat(second.next()).isEmpty();
  }

  @Test
  void doesWithoutTheNumberWhereNobodySaysIt() {
    contacts(120);
    desk.hubspot.fault(io.tuco.connectors.hubspot.fake.FakeFault.FORBIDDEN, "POST", 1);

    assertThat(page(Optional.empty(), FROM_THE_START).total()).isEmpty();
  }

  @Test
  void readsAnEmptyPortal() {
    var page = page(Optional.empty(), FROM_THE_START);

    assertThat(page).isEqualTo(new ContactPage(List.of(), Optional.empty(), Optional.of(0L)));
  }

  @Test
  void asksForWhatChangedSinceShortlyBeforeTheMark() {
    page(Optional.of(Instant.parse("2027-03-12T11:00:00Z")), FROM_THE_START);

    assertThat(desk.lastBody())
        .isEqualTo(
            Desk.json(
                "{'filterGroups':[{'filters':[{'propertyName':'lastmodifieddate',"
                    + "'operator':'GTE','value':'"
                    + Instant.parse("2027-03-12T10:58:00Z").toEpochMilli()
                    + "'}]}],'properties':['firstname','lastname','company','jobtitle','phone',"
                    + "'mobilephone','email','hubspot_owner_id','lastmodifieddate'],"
                    + "'limit':200,'after':'0','sorts':['lastmodifieddate']}"));
  }

  @Test
  void readsWhatChangedInTheOrderOfTheChanges() {
    var before = contacts(5);
    desk.clock.advance(Duration.ofMinutes(10));
    var mark = desk.clock.instant();
    desk.clock.advance(Duration.ofMinutes(1));
    var after = contacts(430);

    var read = run(Optional.of(mark));

    assertThat(read)
        .extracting(CrmContact::id)
        .containsExactlyElementsOf(after)
        .doesNotContainAnyElementsOf(before);
    assertThat(desk.hubspot.requests()).hasSize(3);
  }

  /** HubSpot shows 10,000 results of a search, here 1,000: this needs more than one. */
  @Test
  void readsMoreChangesThanASearchShows() {
    desk.hubspot.searchDepth(Desk.PORTAL, 1_000);
    var mark = desk.clock.instant();
    var all = contacts(2_210);

    assertThat(run(Optional.of(mark))).extracting(CrmContact::id).containsExactlyElementsOf(all);
  }

  /** A bulk change gives thousands the same moment: no window could go on behind it. */
  @Test
  void readsManyChangesOfOneMoment() {
    var mark = desk.clock.instant();
    var all = new ArrayList<String>(contacts(3));
    for (var i = 0; i < 1_050; i++) {
      all.add(desk.hubspot.addContact(Desk.PORTAL, Map.of("firstname", "P" + i)));
    }
    all.addAll(contacts(250));

    var read = run(Optional.of(mark)).stream().map(CrmContact::id).distinct().toList();

    assertThat(read).containsExactlyInAnyOrderElementsOf(all);
  }

  /** Who changes while the pages are read moves to the end; nobody may be passed over for that. */
  @Test
  void missesNobodyWhileOthersChange() {
    var mark = desk.clock.instant();
    var all = contacts(900);
    var read = new ArrayList<String>();
    var cursor = FROM_THE_START;
    var turn = 0;
    do {
      var page = page(Optional.of(mark), cursor);
      page.contacts().forEach(contact -> read.add(contact.id()));
      cursor = page.next();
      desk.clock.advance(Duration.ofSeconds(1));
      for (var i = 0; i < 40 && turn < 4; i++) {
        desk.hubspot.changeContact(
            Desk.PORTAL, all.get(turn * 40 + i), Map.of("company", "Moved " + turn));
      }
      turn++;
    } while (cursor.isPresent());

    assertThat(read).containsAll(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "list", "list:0", "from:x:1", "at:1:2:3", "elsewhere:1:2"})
  void refusesAMarkThatIsNotItsOwn(String cursor) {
    var dialogue =
        desk.connector()
            .contactImport()
            .orElseThrow()
            .page(desk.context(), Optional.empty(), Optional.of(cursor));

    assertThat(desk.failure(dialogue).kind()).isEqualTo(Kind.REFUSED);
  }

  /** With everything at its pace, no limit of HubSpot's is met. */
  @Test
  void countsItsSearchesInTheirOwnPace() {
    contacts(120);
    page(Optional.empty(), FROM_THE_START);
    var context = desk.context();
    var search =
        desk.connector()
            .contactImport()
            .orElseThrow()
            .page(context, Optional.of(Instant.EPOCH.plusSeconds(1_000)), FROM_THE_START);

    assertThat(Spoken.asked(search).pace()).isEqualTo("search");
    assertThat(desk.connector().paces().named().get("search").calls()).isEqualTo(4);
    assertThat(desk.connector().paces().account().calls()).isEqualTo(80);
  }

  private List<CrmContact> run(Optional<Instant> since) {
    var read = new ArrayList<CrmContact>();
    var cursor = FROM_THE_START;
    do {
      var page = page(since, cursor);
      read.addAll(page.contacts());
      cursor = page.next();
      desk.clock.advance(Duration.ofSeconds(1));
    } while (cursor.isPresent());
    return read;
  }

  private ContactPage page(Optional<Instant> since, Optional<String> cursor) {
    return desk.done(
        desk.connector().contactImport().orElseThrow().page(desk.context(), since, cursor));
  }

  /** Each a moment after the one before. */
  private List<String> contacts(int count) {
    var ids = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      desk.clock.advance(Duration.ofMillis(7));
      ids.add(desk.hubspot.addContact(Desk.PORTAL, Map.of("firstname", "Person " + i)));
    }
    return ids;
  }
}
