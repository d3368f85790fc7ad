package io.tuco.core.engine;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aMember;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.Change;
import io.tuco.core.SortableIds;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.engine.LeadImports.Imported;
import io.tuco.core.engine.LeadImports.Rows;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.lead.AlternatesChange;
import io.tuco.core.lead.LeadAddressesChange;
import io.tuco.core.lead.LeadChange;
import io.tuco.core.lead.LeadList;
import io.tuco.core.lead.LeadProfileChange;
import io.tuco.core.lead.LeadSource;
import io.tuco.core.message.CrmIds;
import io.tuco.core.store.LeadFilter;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Rivals;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Many leads at once: which are new, and who was there already (API contract, section 8). */
final class LeadImportsTest {

  private static final String ADA = "+12025550100";
  private static final String BOB = "+12025550101";

  private final Stores stores = new InMemoryStores();
  private final LeadImports imports =
      new LeadImports(stores, new SortableIds(SettableClock.at(NOW), new Random(7)));
  private final LeadList list = LeadList.named(WORKSPACE, "Spring", "", NOW);

  @Test
  void storesNewRowsInOrderAndAnswersWhoIsThere() {
    var there = stores.leads().create(aLead().withId(id(1)).withAltPhones(BOB).build());

    var done = store(row("+12025550111", ""), row(BOB, ""), row("+12025550112", ""));

    assertThat(done).extracting(Imported::isNew).containsExactly(true, false, true);
    assertThat(done.get(1).lead()).isEqualTo(there.orElseThrow());
    assertThat(done.get(0).lead().id()).isLessThan(done.get(2).lead().id());
    assertThat(done.get(0).lead().listId()).isEqualTo(list.id());
    assertThat(done.get(0).lead().source()).isEqualTo(LeadSource.HUBSPOT);
  }

  @Test
  void takesARepetitionWithinTheCallForADuplicate() {
    var done = store(row(ADA, "ada@example.com"), row(BOB, "ada@example.com"), row(ADA, ""));

    assertThat(done).extracting(Imported::isNew).containsExactly(true, false, false);
    assertThat(done).extracting(each -> each.lead().id()).containsOnly(done.get(0).lead().id());
    assertThat(stores.leads().findByAddress(WORKSPACE, new PhoneNumber(BOB))).isEmpty();
  }

  @Test
  void givesEveryLeadAnOwner() {
    stores.members().insert(aMember().withEmail("first@example.com").build());
    stores
        .members()
        .insert(
            aMember()
                .withId("user_2")
                .withEmail("second@example.com")
                .createdAt(NOW.plusSeconds(1))
                .build());

    var done =
        store(
            row(ADA, "").ownedBy(Change.to("SECOND@example.com")),
            row(BOB, "").ownedBy(Change.to("nobody@example.com")),
            row("+12025550102", "").ownedBy(Change.toNothing()));

    assertThat(done)
        .extracting(each -> each.lead().contactOwnerEmail().orElseThrow())
        .containsExactly("second@example.com", "first@example.com", "second@example.com");
  }

  @Test
  void makesOneLeadOfManyCallsForOnePerson() {
    var answers = Rivals.race(50, rival -> store(row(ADA, "ada@example.com")));

    assertThat(answers).filteredOn(each -> each.get(0).isNew()).hasSize(1);
    assertThat(answers).extracting(each -> each.get(0).lead().id()).containsOnly(onlyLead());
  }

  private String onlyLead() {
    var all = new LeadFilter("", Optional.empty());
    var page = stores.leads().search(WORKSPACE, all, PageRequest.first()).orElseThrow();
    assertThat(page.totalCount()).isEqualTo(1);
    return page.items().get(0).id();
  }

  private List<Imported> store(Row... rows) {
    var changes = List.of(rows).stream().map(Row::change).toList();
    return imports.store(
        new Rows(list, LeadSource.HUBSPOT, Optional.of("second@example.com"), changes), NOW);
  }

  private static Row row(String phone, String email) {
    return new Row(phone, email, Change.none());
  }

  private record Row(String phone, String email, Change<String> owner) {

    Row ownedBy(Change<String> who) {
      return new Row(phone, email, who);
    }

    LeadChange change() {
      var mail = email.isEmpty() ? Change.<EmailAddress>none() : Change.to(new EmailAddress(email));
      return new LeadChange(
          Change.none(),
          Change.none(),
          new LeadAddressesChange(
              Change.to(new PhoneNumber(phone)),
              mail,
              new AlternatesChange<>(Change.none(), Change.none(), Change.none()),
              new AlternatesChange<>(Change.none(), Change.none(), Change.none())),
          new LeadProfileChange(
              Change.none(),
              Change.none(),
              Change.none(),
              Change.none(),
              Change.none(),
              Change.none(),
              Change.none()),
          owner,
          CrmIds.none());
    }
  }
}
