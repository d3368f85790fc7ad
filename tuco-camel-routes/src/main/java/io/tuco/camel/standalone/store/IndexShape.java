package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which keys a document has in an index: one, one for each element of an array, or none. */
final class IndexShape {

  /** More keys than this for one document is a mistake, not an index. */
  private static final int MOST_KEYS = 1_000;

  private final List<IndexField> fields;
  private final boolean sparse;
  private volatile boolean arrays;

  IndexShape(List<IndexField> fields, boolean sparse) {
    this.fields = fields;
    this.sparse = sparse;
  }

  List<IndexField> fields() {
    return fields;
  }

  /** Whether some document has, or once had, an array in one of the fields. */
  boolean holdsArrays() {
    return arrays;
  }

  List<byte[]> keysOf(Document document) {
    if (sparse && !isPresentIn(document)) {
      return List.of();
    }
    KeyBytes key = new KeyBytes();
    for (IndexField field : fields) {
      Object value = field.path().in(document);
      if (value instanceof Collection<?>) {
        return keysOfEachElement(document);
      }
      field.write(value, key);
    }
    return List.of(key.toBytes());
  }

  private boolean isPresentIn(Document document) {
    for (IndexField field : fields) {
      if (field.path().isPresentIn(document)) {
        return true;
      }
    }
    return false;
  }

  /** Every element beside every other: a query may ask for any two of them. */
  private List<byte[]> keysOfEachElement(Document document) {
    arrays = true;
    List<byte[]> prefixes = List.of(new byte[0]);
    for (IndexField field : fields) {
      prefixes = extended(prefixes, field, document);
    }
    return prefixes;
  }

  private static List<byte[]> extended(List<byte[]> prefixes, IndexField field, Document document) {
    List<@Nullable Object> elements = IndexField.elementsOf(field.path().in(document));
    if (elements.size() * prefixes.size() > MOST_KEYS) {
      throw new CannotIndexParallelArraysError(List.of(field.name()));
    }
    List<byte[]> longer = new ArrayList<>(prefixes.size() * elements.size());
    for (byte[] prefix : prefixes) {
      for (Object element : elements) {
        longer.add(KeyRange.joined(prefix, field.encode(element)));
      }
    }
    return longer;
  }
}
