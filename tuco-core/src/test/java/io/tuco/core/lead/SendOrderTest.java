package io.tuco.core.lead;

import static io.tuco.core.fixture.Fixtures.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.message.AddressOrder;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Recipient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** API contract, section 2.1, with settled answer 30. */
final class SendOrderTest {

  private static final Lead LEAD =
      aLead()
          .withPhone("+12025550100")
          .withAltPhones("+12025550101", "+12025550102", "+12025550103")
          .withEmail("lead@example.com")
          .withAltEmails("alt1@example.com", "alt2@example.com", "alt3@example.com")
          .build();

  private static final List<String> PHONES =
      List.of("+12025550100", "+12025550101", "+12025550102", "+12025550103");
  private static final List<String> EMAILS =
      List.of("lead@example.com", "alt1@example.com", "alt2@example.com", "alt3@example.com");

  @Test
  void triesAllPhonesBeforeAllEmailsByIMessage() {
    assertThat(order(MessageType.IMESSAGE, Recipient.nobody()))
        .containsExactlyElementsOf(concat(PHONES, EMAILS));
  }

  @Test
  void triesPhonesOnlyBySms() {
    assertThat(order(MessageType.SMS, Recipient.nobody())).containsExactlyElementsOf(PHONES);
  }

  @Test
  void triesEmailsOnlyByEmail() {
    assertThat(order(MessageType.EMAIL, Recipient.nobody())).containsExactlyElementsOf(EMAILS);
  }

  @Test
  void replacesTheLeadsPrimaryOfThatKindByTheMessages() {
    var phone = to("+12025550199", "", AddressOrder.documented());

    assertThat(order(MessageType.SMS, phone))
        .containsExactly("+12025550199", "+12025550101", "+12025550102", "+12025550103");
    assertThat(order(MessageType.EMAIL, phone)).containsExactlyElementsOf(EMAILS);
  }

  @Test
  void startsWithTheEmailWhenTheClientNamedOnlyThat() {
    var email = to("", "new@example.com", new AddressOrder(true, true));

    assertThat(order(MessageType.IMESSAGE, email))
        .containsExactlyElementsOf(
            concat(
                List.of(
                    "new@example.com", "alt1@example.com", "alt2@example.com", "alt3@example.com"),
                PHONES));
  }

  @Test
  void keepsToTheFirstAddressWithoutAlternates() {
    var documented = new AddressOrder(false, false);
    var emailFirst = new AddressOrder(true, false);

    assertThat(order(MessageType.IMESSAGE, to("", "", documented))).containsExactly("+12025550100");
    assertThat(order(MessageType.IMESSAGE, to("+12025550199", "new@example.com", documented)))
        .containsExactly("+12025550199");
    assertThat(order(MessageType.IMESSAGE, to("", "new@example.com", emailFirst)))
        .containsExactly("new@example.com");
  }

  @Test
  void triesNoAddressTwice() {
    var lead = aLead().withPhone("+12025550100").withAltPhones("+12025550101", "+12025550100");
    var recipient = to("+12025550101", "", AddressOrder.documented());

    assertThat(values(SendOrder.of(MessageType.SMS, recipient, Optional.of(lead.build()))))
        .containsExactly("+12025550101", "+12025550100");
  }

  @Test
  void keepsThePlacesOfAlternatesWithGaps() {
    var second =
        new Alternates<PhoneNumber>(
            Optional.empty(), Optional.of(new PhoneNumber("+12025550102")), Optional.empty());
    var addresses = aLead().build().addresses().mergeAlternates(second, Alternates.none());
    var lead = aLead().build().withAddresses(addresses, aLead().build().updatedAt());

    assertThat(values(SendOrder.of(MessageType.SMS, Recipient.nobody(), Optional.of(lead))))
        .containsExactly("+12025550100", "+12025550102");
  }

  @Test
  void needsNoLead() {
    var recipient = to("+12025550199", "new@example.com", AddressOrder.documented());

    assertThat(values(SendOrder.of(MessageType.IMESSAGE, recipient, Optional.empty())))
        .containsExactly("+12025550199", "new@example.com");
    assertThat(SendOrder.of(MessageType.SMS, Recipient.nobody(), Optional.empty())).isEmpty();
  }

  @Test
  void findsNoAddressOfTheWrongKind() {
    var recipient = to("+12025550199", "", new AddressOrder(false, false));

    assertThat(SendOrder.of(MessageType.EMAIL, recipient, Optional.empty())).isEmpty();
  }

  private static List<String> order(MessageType type, Recipient recipient) {
    return values(SendOrder.of(type, recipient, Optional.of(LEAD)));
  }

  /** An empty text stands for an address that the message does not name. */
  private static Recipient to(String phone, String email, AddressOrder order) {
    return new Recipient(
        Optional.of(phone).filter(text -> !text.isEmpty()).map(PhoneNumber::new),
        Optional.of(email).filter(text -> !text.isEmpty()).map(EmailAddress::new),
        Optional.empty(),
        order);
  }

  private static List<String> values(List<Address> addresses) {
    return addresses.stream().map(Address::value).toList();
  }

  private static List<String> concat(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
