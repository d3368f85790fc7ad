package io.tuco.camel.http;

import io.tuco.camel.json.EcmaScriptJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What makes two bodies equal: their members, in whatever order (API contract, section 3). */
public final class CanonicalBody {

  private CanonicalBody() {}

  /**
   * @param uncompared members that make no difference
   */
  public static String of(Map<String, @Nullable Object> body, Set<String> uncompared) {
    Map<String, @Nullable Object> compared = new HashMap<>(body);
    compared.keySet().removeAll(uncompared);
    return EcmaScriptJson.stringify(sorted(compared));
  }

  private static @Nullable Object sorted(@Nullable Object node) {
    if (node instanceof Map<?, ?> members) {
      Map<String, @Nullable Object> byName = new TreeMap<>();
      members.forEach((name, value) -> byName.put(String.valueOf(name), sorted(value)));
      return byName;
    }
    return node instanceof List<?> items
        ? items.stream().map(CanonicalBody::sorted).collect(Collectors.toList())
        : node;
  }
}
