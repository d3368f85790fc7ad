package io.tuco.camel.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The order in which ECMAScript lists an object's keys: array indexes ascending, then as added. */
final class PropertyOrder {

  private static final Pattern CANONICAL = Pattern.compile("0|[1-9][0-9]{0,9}");
  private static final long LAST_INDEX = 4_294_967_294L;

  private PropertyOrder() {}

  static List<String> of(Collection<?> keys) {
    var indexes = new TreeMap<Long, String>();
    var names = new ArrayList<String>();
    for (var key : keys) {
      if (!(key instanceof String name)) {
        throw new IllegalArgumentException("A JSON object has strings for keys");
      }
      if (isIndex(name)) {
        indexes.put(Long.valueOf(name), name);
      } else {
        names.add(name);
      }
    }
    var ordered = new ArrayList<>(indexes.values());
    ordered.addAll(names);
    return ordered;
  }

  private static boolean isIndex(String name) {
    return beginsWithDigit(name)
        && CANONICAL.matcher(name).matches()
        && Long.parseLong(name) <= LAST_INDEX;
  }

  /** Most names do not, and every answer has many. */
  private static boolean beginsWithDigit(String name) {
    return !name.isEmpty() && name.charAt(0) >= '0' && name.charAt(0) <= '9';
  }
}
