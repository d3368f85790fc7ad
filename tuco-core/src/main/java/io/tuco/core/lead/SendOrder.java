package io.tuco.core.lead;

import io.tuco.core.address.Address;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Recipient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses a send tries, in order: API contract, section 2.1, with settled answer 30. An
 * address of the message replaces the lead's primary of that kind; alternates follow, then the
 * other kind.
 */
public final class SendOrder {

  private SendOrder() {}

  public static List<Address> of(MessageType type, Recipient recipient, Optional<Lead> lead) {
    var ordered = kinds(type, recipient, lead).distinct().collect(Collectors.toList());
    return recipient.order().alternates() || ordered.isEmpty() ? ordered : ordered.subList(0, 1);
  }

  private static Stream<Address> kinds(MessageType type, Recipient recipient, Optional<Lead> lead) {
    return switch (type) {
      case SMS -> phones(recipient, lead);
      case EMAIL -> emails(recipient, lead);
      case IMESSAGE ->
          recipient.order().emailFirst()
              ? Stream.concat(emails(recipient, lead), phones(recipient, lead))
              : Stream.concat(phones(recipient, lead), emails(recipient, lead));
    };
  }

  private static Stream<Address> phones(Recipient recipient, Optional<Lead> lead) {
    var primary = recipient.phone().or(() -> lead.flatMap(known -> known.addresses().phone()));
    return Stream.concat(
        primary.stream(), lead.stream().flatMap(known -> known.addresses().altPhones().stream()));
  }

  private static Stream<Address> emails(Recipient recipient, Optional<Lead> lead) {
    var primary = recipient.email().or(() -> lead.flatMap(known -> known.addresses().email()));
    return Stream.concat(
        primary.stream(), lead.stream().flatMap(known -> known.addresses().altEmails().stream()));
  }
}
