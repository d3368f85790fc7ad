package io.tuco.connectors.ghl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.address.Address;
import io.tuco.core.address.AddressKind;
import io.tuco.core.crm.ContactWanted;
import io.tuco.core.crm.CrmContext;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a lead is written to a contact (contract, section 2, upsert traps). Never tags: GHL would
 * take them for all of them.
 */
final class ContactFields {

  private ContactFields() {}

  /** A contact that is not there: the address it was searched by, and all else but addresses. */
  static ObjectNode made(CrmContext context, ContactWanted wanted) {
    var lead = wanted.lead();
    var body = GhlJson.object().put("locationId", context.accountId());
    body.put(name(wanted.address().kind()), wanted.address().value());
    lead.name().first().ifPresent(first -> body.put("firstName", first));
    lead.name().last().ifPresent(last -> body.put("lastName", last));
    lead.profile().companyName().ifPresent(company -> body.put("companyName", company));
    wanted.ownerId().ifPresent(owner -> body.put("assignedTo", owner));
    context
        .mapping()
        .customFields()
        .forEach(
            (id, key) ->
                Optional.ofNullable(lead.profile().customFields().get(key))
                    .ifPresent(
                        value ->
                            body.withArray("customFields")
                                .addObject()
                                .put("id", id)
                                .put("field_value", value)));
    return body.put("source", "Tuco").put("createNewIfDuplicateAllowed", false);
  }

  /** What the contact lacks and the lead has, as far as GHL lets it be added later. */
  static ObjectNode lacking(JsonNode contact, ContactWanted wanted) {
    var body = GhlJson.object();
    var name = wanted.lead().name();
    if (Stream.of("firstName", "lastName", "name")
        .allMatch(part -> GhlJson.text(contact, part).isEmpty())) {
      name.first().ifPresent(first -> body.put("firstName", first));
      name.last().ifPresent(last -> body.put("lastName", last));
    }
    for (var kind : AddressKind.values()) {
      address(wanted, kind)
          .filter(any -> GhlJson.text(contact, name(kind)).isEmpty())
          .ifPresent(address -> body.put(name(kind), address.value()));
    }
    wanted
        .ownerId()
        .filter(any -> GhlJson.text(contact, "assignedTo").isEmpty())
        .ifPresent(owner -> body.put("assignedTo", owner));
    return body;
  }

  /** The address of this kind that belongs to the person: the searched one before the primary. */
  static Optional<Address> address(ContactWanted wanted, AddressKind kind) {
    if (wanted.address().kind() == kind) {
      return Optional.of(wanted.address());
    }
    return kind == AddressKind.PHONE
        ? wanted.lead().addresses().phone().map(phone -> phone)
        : wanted.lead().addresses().email().map(email -> email);
  }

  static String name(AddressKind kind) {
    return kind == AddressKind.PHONE ? "phone" : "email";
  }
}
