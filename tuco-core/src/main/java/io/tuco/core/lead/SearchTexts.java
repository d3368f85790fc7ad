package io.tuco.core.lead;

import io.tuco.core.address.Address;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a search for a lead looks at (API contract, section 8), in one case for everybody. */
public final class SearchTexts {

  private SearchTexts() {}

  public static List<String> of(Lead lead) {
    return Stream.of(
            lead.name().first(),
            lead.name().last(),
            lead.addresses().email().map(Address::value),
            lead.addresses().phone().map(Address::value),
            lead.profile().companyName())
        .flatMap(Optional::stream)
        .map(text -> text.toLowerCase(Locale.ROOT))
        .toList();
  }
}
