package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One field of an index or of a sort order, with its direction. */
record IndexField(FieldPath path, boolean ascending) {

  static List<IndexField> of(List<IndexKey> keys) {
    return keys.stream()
        .map(key -> new IndexField(FieldPath.of(key.getKey()), key.isAscending()))
        .toList();
  }

  static List<IndexField> ofSort(@Nullable Document sort) {
    List<IndexField> fields = new ArrayList<>();
    if (sort != null) {
      for (Map.Entry<String, Object> field : sort.entrySet()) {
        boolean ascending = ((Number) field.getValue()).intValue() > 0;
        fields.add(new IndexField(FieldPath.of(field.getKey()), ascending));
      }
    }
    return fields;
  }

  String name() {
    return path.name();
  }

  byte[] encode(@Nullable Object value) {
    return write(value, new KeyBytes()).toBytes();
  }

  KeyBytes write(@Nullable Object value, KeyBytes key) {
    return ascending ? key.value(value) : key.inverted(value);
  }

  /** As a place in the order: an array stands where its first element in this direction stands. */
  byte[] sortKey(Document document) {
    return elementsOf(path.in(document)).stream()
        .map(this::encode)
        .min(Arrays::compareUnsigned)
        .orElseThrow();
  }

  /** What an index keeps of a value: itself, or each element of an array. */
  static List<@Nullable Object> elementsOf(@Nullable Object value) {
    if (!(value instanceof Collection<?> elements)) {
      return List.of(Missing.ofNullable(value));
    }
    return elements.isEmpty() ? List.of(TypeOrder.EmptyArray.INSTANCE) : new ArrayList<>(elements);
  }
}
