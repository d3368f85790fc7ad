package io.tuco.camel.http.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Spells out references: a bare name means a schema of the document. */
final class References {

  private static final String REFERENCE = "$ref";

  private References() {}

  static Map<String, @Nullable Object> resolved(Map<?, ?> tree) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    tree.forEach((name, value) -> all.put(String.valueOf(name), resolved(name, value)));
    return all;
  }

  private static @Nullable Object resolved(Object name, @Nullable Object value) {
    if (name.equals(REFERENCE) && value instanceof String target && !target.startsWith("#")) {
      return "#/components/schemas/" + target;
    }
    if (value instanceof Map<?, ?> map) {
      return resolved(map);
    }
    return value instanceof List<?> list
        ? list.stream().map(item -> resolved("", item)).collect(Collectors.toList())
        : value;
  }
}
