package io.tuco.camel.mongo;

import io.tuco.core.message.Part;
import io.tuco.core.message.Part.PartFile;
import org.bson.Document;

/** A part of a send: the text, or a file as it was fetched. */
final class PartDocument {

  private PartDocument() {}

  static Document of(Part part) {
    return new DocumentWriter()
        .put("number", part.number())
        .put("file", part.file().map(PartDocument::of))
        .put("reference", part.reference())
        .document();
  }

  static Part read(DocumentReader reader) {
    return new Part(
        reader.number("number"),
        reader.optionalPart("file").map(PartDocument::file),
        reader.optionalText("reference"));
  }

  private static Document of(PartFile file) {
    return new DocumentWriter()
        .put("place", file.place())
        .put("name", file.name())
        .put("bytes", file.bytes())
        .put("contentType", file.contentType())
        .document();
  }

  private static PartFile file(DocumentReader reader) {
    return new PartFile(
        reader.number("place"),
        reader.text("name"),
        reader.bigNumber("bytes"),
        reader.text("contentType"));
  }
}
