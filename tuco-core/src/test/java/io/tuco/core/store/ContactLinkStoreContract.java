package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aConnection;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ContactLink;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ContactLinkStore} promises. */
public abstract class ContactLinkStoreContract {

  private static final Connection CONNECTION = aConnection().build();
  private static final Connection OTHER = aConnection().withId(id(0xc2)).build();
  private static final Address PHONE = new PhoneNumber("+12025550100");
  private static final Address EMAIL = new EmailAddress("a@example.com");

  private ContactLinkStore links;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    links = openStores().contactLinks();
  }

  @Test
  void knowsNothingAtFirst() {
    assertThat(links.find(WORKSPACE, CONNECTION.id(), PHONE)).isEmpty();
  }

  @Test
  void returnsEachStateAsItWasStored() {
    var unknown = ContactLink.unknown(CONNECTION, PHONE);
    var held = unknown.tried(lease(1));
    assertThat(links.replace(unknown, held)).isTrue();
    assertThat(find(PHONE)).isEqualTo(held);

    var over = held.over(held.triedAt());
    assertThat(links.replace(held, over)).isTrue();
    assertThat(find(PHONE)).isEqualTo(over);

    var found = over.found("contact-1");
    assertThat(links.replace(over, found)).isTrue();
    assertThat(find(PHONE)).isEqualTo(found);
    assertThat(links.find(OTHER_WORKSPACE, CONNECTION.id(), PHONE)).isEmpty();
    assertThat(links.find(WORKSPACE, OTHER.id(), PHONE)).isEmpty();
  }

  @Test
  void isTakenByOneOfRivals() {
    var unknown = ContactLink.unknown(CONNECTION, PHONE);

    var first = Rivals.race(4, n -> links.replace(unknown, unknown.tried(lease(n))));
    var seen = find(PHONE);
    var next = Rivals.race(4, n -> links.replace(seen, seen.tried(lease(n))));

    assertThat(first).containsOnlyOnce(true);
    assertThat(next).containsOnlyOnce(true);
  }

  @Test
  void isNotChangedByWhoReadItBeforeAnother() {
    var unknown = ContactLink.unknown(CONNECTION, PHONE);
    var late = unknown.tried(lease(1));
    links.replace(unknown, late);
    links.replace(late, late.tried(lease(2)));

    assertThat(links.replace(late, late.found("contact-1"))).isFalse();
    assertThat(links.replace(unknown, unknown.found("contact-1"))).isFalse();
  }

  @Test
  void unlinksAContact() {
    found(CONNECTION, PHONE, "contact-1");
    found(CONNECTION, EMAIL, "contact-2");
    found(OTHER, PHONE, "contact-1");

    links.unlink(OTHER_WORKSPACE, CONNECTION.id(), "contact-1");
    assertThat(links.find(WORKSPACE, CONNECTION.id(), PHONE)).isPresent();

    links.unlink(WORKSPACE, CONNECTION.id(), "contact-1");
    assertThat(links.find(WORKSPACE, CONNECTION.id(), PHONE)).isEmpty();
    assertThat(links.find(WORKSPACE, CONNECTION.id(), EMAIL)).isPresent();
    assertThat(links.find(WORKSPACE, OTHER.id(), PHONE)).isPresent();
  }

  @Test
  void forgetsAddresses() {
    found(CONNECTION, PHONE, "contact-1");
    found(OTHER, EMAIL, "contact-2");

    links.forget(OTHER_WORKSPACE, List.of(PHONE, EMAIL));
    assertThat(links.find(WORKSPACE, CONNECTION.id(), PHONE)).isPresent();

    links.forget(WORKSPACE, List.of(PHONE, EMAIL));
    assertThat(links.find(WORKSPACE, CONNECTION.id(), PHONE)).isEmpty();
    assertThat(links.find(WORKSPACE, OTHER.id(), EMAIL)).isEmpty();
  }

  @Test
  void forgetsAConnection() {
    found(CONNECTION, PHONE, "contact-1");
    found(OTHER, PHONE, "contact-1");

    links.forgetConnection(OTHER_WORKSPACE, CONNECTION.id());
    links.forgetConnection(WORKSPACE, OTHER.id());

    assertThat(links.find(WORKSPACE, CONNECTION.id(), PHONE)).isPresent();
    assertThat(links.find(WORKSPACE, OTHER.id(), PHONE)).isEmpty();
  }

  private ContactLink find(Address address) {
    return links.find(WORKSPACE, CONNECTION.id(), address).orElseThrow();
  }

  private void found(Connection connection, Address address, String contactId) {
    var unknown = ContactLink.unknown(connection, address);
    links.replace(unknown, unknown.found(contactId));
  }

  private static ContactLink.Lease lease(int holder) {
    return new ContactLink.Lease("holder-" + holder, NOW.plusSeconds(60));
  }
}
