package io.tuco.core.lead;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the placeholders of a text stand for (API contract, section 2.7). */
public final class PlaceholderValues {

  private PlaceholderValues() {}

  /** The known names with the lead's values; a known name without a value maps to {@code ""}. */
  public static Map<String, String> of(Optional<Lead> lead, String lineName) {
    var values = new HashMap<String, String>();
    lead.ifPresent(known -> values.putAll(known.profile().customFields()));
    values.put("firstName", text(lead.flatMap(known -> known.name().first())));
    values.put("lastName", text(lead.flatMap(known -> known.name().last())));
    values.put("companyName", text(lead.flatMap(known -> known.profile().companyName())));
    values.put("jobTitle", text(lead.flatMap(known -> known.profile().jobTitle())));
    values.put(
        "email", text(lead.flatMap(known -> known.addresses().email()).map(EmailAddress::value)));
    values.put(
        "phone", text(lead.flatMap(known -> known.addresses().phone()).map(PhoneNumber::value)));
    values.put("line_name", lineName);
    return values;
  }

  private static String text(Optional<String> value) {
    return value.orElse("");
  }
}
