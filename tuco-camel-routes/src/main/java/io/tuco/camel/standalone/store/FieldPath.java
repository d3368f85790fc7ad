package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dotted path into documents and through arrays of documents, split once. */
record FieldPath(String name, List<String> steps) {

  static FieldPath of(String name) {
    return new FieldPath(name, List.of(name.split("\\.", -1)));
  }

  /** A path such as {@code items.0.name}: an index does not know an element by its number. */
  boolean isNumbered() {
    return steps.stream().skip(1).anyMatch(step -> step.chars().allMatch(Character::isDigit));
  }

  /** The value, {@link Missing}, or, beyond an array, the list of what its elements hold. */
  @Nullable Object in(Document document) {
    return read(document, 0);
  }

  boolean isPresentIn(Document document) {
    @Nullable Object value = in(document);
    return value instanceof Collection<?> values && steps.size() > 1
        ? values.isEmpty() || values.stream().anyMatch(each -> !(each instanceof Missing))
        : !(value instanceof Missing);
  }

  private @Nullable Object read(Document document, int depth) {
    @Nullable Object value = document.getOrMissing(steps.get(depth));
    if (depth == steps.size() - 1) {
      return value;
    }
    if (value instanceof Document inner) {
      return read(inner, depth + 1);
    }
    return value instanceof Collection<?> elements
        ? readEach(elements, depth + 1)
        : Missing.getInstance();
  }

  private List<@Nullable Object> readEach(Collection<?> elements, int depth) {
    List<@Nullable Object> values = new ArrayList<>(elements.size());
    for (Object element : elements) {
      @Nullable Object value =
          element instanceof Document inner ? read(inner, depth) : Missing.getInstance();
      if (value instanceof Collection<?> nested) {
        values.addAll(nested);
      } else {
        values.add(value);
      }
    }
    return values;
  }
}
