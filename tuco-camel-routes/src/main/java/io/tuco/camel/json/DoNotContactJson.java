package io.tuco.camel.json;

import io.tuco.core.address.AddressKind;
import io.tuco.core.lead.DoNotContact;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry of the do-not-contact list (API contract, section 9). */
public final class DoNotContactJson {

  private DoNotContactJson() {}

  public static Map<String, @Nullable Object> of(DoNotContact entry) {
    var address = entry.address();
    return new JsonFields()
        .put("_id", entry.id())
        .put(address.kind() == AddressKind.PHONE ? "phone" : "email", address.value())
        .putIf("reason", entry.reason())
        .put("source", entry.source().wire())
        .put("createdAt", entry.createdAt())
        .tree();
  }
}
