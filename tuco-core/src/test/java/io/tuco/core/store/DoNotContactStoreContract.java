package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.UNICODE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.lead.DoNotContact.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link DoNotContactStore} promises. */
public abstract class DoNotContactStoreContract {

  private static final PhoneNumber PHONE = new PhoneNumber("+12025550100");
  private static final EmailAddress EMAIL = new EmailAddress("ada@example.com");

  private DoNotContactStore entries;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    entries = openStores().doNotContact();
  }

  @Test
  void returnsEntriesOfEverySourceAsTheyWereStored() {
    for (var source : Source.values()) {
      var address = new PhoneNumber("+1202555010" + source.ordinal());
      var number = source.ordinal() + 1;
      var entry =
          new DoNotContact(id(number), WORKSPACE, address, Optional.of(UNICODE), source, NOW);

      assertThat(entries.add(entry)).isEqualTo(entry);
      assertThat(entries.find(WORKSPACE, List.of(address))).containsExactly(entry);
    }
  }

  @Test
  void returnsABareEntryOfAnEmailAsItWasStored() {
    var entry = new DoNotContact(id(1), WORKSPACE, EMAIL, Optional.empty(), Source.OPT_OUT, NOW);

    assertThat(entries.add(entry)).isEqualTo(entry);
    assertThat(entries.find(WORKSPACE, List.of(EMAIL))).containsExactly(entry);
  }

  @Test
  void keepsTheFirstEntryOfAnAddress() {
    var first = entry(1, WORKSPACE, PHONE, Source.MANUAL);
    entries.add(first);

    assertThat(entries.add(entry(2, WORKSPACE, PHONE, Source.OPT_OUT))).isEqualTo(first);
    assertThat(entries.find(WORKSPACE, List.of(PHONE))).containsExactly(first);
  }

  @Test
  void keepsWorkspacesApart() {
    var ours = entry(1, WORKSPACE, PHONE, Source.MANUAL);
    var theirs = entry(2, OTHER_WORKSPACE, PHONE, Source.CRM);
    entries.add(ours);

    assertThat(entries.find(OTHER_WORKSPACE, List.of(PHONE))).isEmpty();
    assertThat(entries.add(theirs)).isEqualTo(theirs);
    assertThat(entries.find(WORKSPACE, List.of(PHONE))).containsExactly(ours);
  }

  @Test
  void findsTheEntriesOfTheseAddressesOnly() {
    var phone = entry(1, WORKSPACE, PHONE, Source.MANUAL);
    var email = entry(2, WORKSPACE, EMAIL, Source.IMPORT);
    entries.add(phone);
    entries.add(email);
    entries.add(entry(3, WORKSPACE, new PhoneNumber("+12025550199"), Source.MANUAL));
    Set<Address> asked = Set.of(PHONE, EMAIL, new EmailAddress("bob@example.com"));

    assertThat(entries.find(WORKSPACE, asked)).containsExactlyInAnyOrder(phone, email);
    assertThat(entries.find(WORKSPACE, List.of())).isEmpty();
  }

  @Test
  void answersLaterWhatIsAskedNow() {
    var phone = entry(1, WORKSPACE, PHONE, Source.MANUAL);
    entries.add(phone);
    entries.add(entry(2, OTHER_WORKSPACE, EMAIL, Source.MANUAL));

    var first = entries.ask(WORKSPACE, List.of(PHONE, EMAIL));
    var none = entries.ask(WORKSPACE, List.of());
    var second = entries.ask(OTHER_WORKSPACE, List.of(PHONE));

    assertThat(second.answer()).isEmpty();
    assertThat(first.answer()).containsExactly(phone);
    assertThat(none.answer()).isEmpty();
  }

  @Test
  void storesOneEntryOfManyRivals() {
    for (var round = 0; round < 50; round++) {
      var address = new PhoneNumber("+1202555%04d".formatted(round));
      var first = 4 * round;

      var stored =
          Rivals.race(
              4, rival -> entries.add(entry(first + rival, WORKSPACE, address, Source.MANUAL)));

      assertThat(Set.copyOf(stored)).hasSize(1);
      assertThat(entries.find(WORKSPACE, List.of(address))).containsExactly(stored.get(0));
    }
  }

  @Test
  void listsTheWorkspacesEntriesNewestFirst() {
    var old = entry(1, WORKSPACE, PHONE, NOW);
    var lesser = entry(2, WORKSPACE, EMAIL, NOW.plusMillis(1));
    var greater = entry(3, WORKSPACE, new PhoneNumber("+12025550199"), NOW.plusMillis(1));
    List.of(lesser, old, greater).forEach(entries::add);
    entries.add(entry(4, OTHER_WORKSPACE, PHONE, NOW));

    var first = entries.page(WORKSPACE, "", new PageRequest(1, 2));
    var second = entries.page(WORKSPACE, "", new PageRequest(2, 2));

    assertThat(first.items()).containsExactly(greater, lesser);
    assertThat(first.totalCount()).isEqualTo(3);
    assertThat(second.items()).containsExactly(old);
  }

  @Test
  void searchesForAPartOfTheAddressLiterallyAndInAnyCase() {
    var phone = entry(1, WORKSPACE, PHONE, NOW);
    var email = entry(2, WORKSPACE, EMAIL, NOW);
    List.of(phone, email).forEach(entries::add);

    assertThat(found("+1202")).containsExactly(phone);
    assertThat(found("ADA@")).containsExactly(email);
    assertThat(found("example.com")).containsExactly(email);
    for (var nothing : List.of("example-com", ".*", "a|d", "[a]", "\\E", "\0", "$", UNICODE)) {
      assertThat(found(nothing)).isEmpty();
    }
  }

  @Test
  void removesAnEntryOnce() {
    var entry = entry(1, WORKSPACE, PHONE, Source.MANUAL);
    var kept = entry(2, WORKSPACE, EMAIL, Source.MANUAL);
    List.of(entry, kept).forEach(entries::add);

    assertThat(entries.remove(OTHER_WORKSPACE, entry.id())).isFalse();
    assertThat(entries.remove(WORKSPACE, id(404))).isFalse();
    assertThat(entries.remove(WORKSPACE, entry.id())).isTrue();
    assertThat(entries.remove(WORKSPACE, entry.id())).isFalse();

    assertThat(entries.find(WORKSPACE, List.of(PHONE, EMAIL))).containsExactly(kept);
    assertThat(entries.add(entry(3, WORKSPACE, PHONE, Source.CRM)).id()).isEqualTo(id(3));
  }

  @Test
  void countsEachOptOutOfAPersonOnce() {
    assertThat(entries.countOptOut(WORKSPACE, "lead", "first")).isEqualTo(1);
    assertThat(entries.countOptOut(WORKSPACE, "lead", "second")).isEqualTo(2);
    assertThat(entries.countOptOut(WORKSPACE, "lead", "first")).isEqualTo(1);
    assertThat(entries.countOptOut(WORKSPACE, "+12025550100", "second")).isEqualTo(1);
    assertThat(entries.countOptOut(OTHER_WORKSPACE, "lead", "second")).isEqualTo(1);
    assertThat(entries.page(WORKSPACE, "", PageRequest.first()).items()).isEmpty();
  }

  @Test
  void countsRivalsApart() {
    for (var round = 0; round < 20; round++) {
      var person = "lead-" + round;

      var numbers =
          Rivals.race(4, rival -> entries.countOptOut(WORKSPACE, person, "cause-" + rival));

      assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4);
    }
  }

  private List<DoNotContact> found(String search) {
    return entries.page(WORKSPACE, search, PageRequest.first()).items();
  }

  private static DoNotContact entry(int number, String workspace, Address address, Instant at) {
    return new DoNotContact(id(number), workspace, address, Optional.empty(), Source.MANUAL, at);
  }

  private static DoNotContact entry(int number, String workspace, Address address, Source source) {
    return new DoNotContact(id(number), workspace, address, Optional.empty(), source, NOW);
  }
}
