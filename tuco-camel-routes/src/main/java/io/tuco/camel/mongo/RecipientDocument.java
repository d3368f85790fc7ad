package io.tuco.camel.mongo;

import io.tuco.core.message.AddressOrder;
import io.tuco.core.message.Recipient;
import org.bson.Document;

/** Whom a message names. */
final class RecipientDocument {

  private RecipientDocument() {}

  static Document of(Recipient recipient) {
    return new DocumentWriter()
        .put("phone", recipient.phone())
        .put("email", recipient.email())
        .put("name", recipient.name())
        .put("emailFirst", recipient.order().emailFirst())
        .put("alternates", recipient.order().alternates())
        .document();
  }

  static Recipient read(DocumentReader reader) {
    return new Recipient(
        reader.phone("phone"),
        reader.email("email"),
        reader.optionalText("name"),
        new AddressOrder(reader.flag("emailFirst"), reader.flag("alternates")));
  }
}
