package io.tuco.camel.json;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object in the making: members in the order they are put, and none without a value unless the
 * contract marks it nullable (settled answer 22). For one thread.
 */
public final class JsonFields {

  private final Map<String, @Nullable Object> tree = new LinkedHashMap<>();

  /** A string, boolean, number, list or map, as it is. */
  public JsonFields put(String name, Object value) {
    tree.put(name, value);
    return this;
  }

  public JsonFields put(String name, Instant at) {
    tree.put(name, JsonTime.text(at));
    return this;
  }

  /** Left out when absent. */
  public JsonFields putIf(String name, Optional<?> value) {
    value.ifPresent(present -> tree.put(name, written(present)));
    return this;
  }

  /** Left out when empty. */
  public JsonFields putIf(String name, List<?> items) {
    if (!items.isEmpty()) {
      tree.put(name, items);
    }
    return this;
  }

  /** Null when absent. */
  public JsonFields putOrNull(String name, Optional<?> value) {
    tree.put(name, value.map(JsonFields::written).orElse(null));
    return this;
  }

  public JsonFields putAll(Map<String, ?> members) {
    tree.putAll(members);
    return this;
  }

  public boolean isEmpty() {
    return tree.isEmpty();
  }

  public Map<String, @Nullable Object> tree() {
    return tree;
  }

  private static Object written(Object value) {
    return value instanceof Instant at ? JsonTime.text(at) : value;
  }
}
