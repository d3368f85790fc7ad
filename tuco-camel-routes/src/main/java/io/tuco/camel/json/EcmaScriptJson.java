package io.tuco.camel.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON exactly as {@code JSON.stringify(JSON.parse(text))} of ECMAScript would (webhooks
 * contract, section 2).
 *
 * <p>Receivers parse a body and write it again before they check its signature; only this one
 * spelling survives that. Numbers are doubles there, so integers beyond 2^53 lose digits here
 * already, and what no double holds (also infinity and NaN) is {@code null}.
 */
public final class EcmaScriptJson {

  private EcmaScriptJson() {}

  /**
   * The text of a tree.
   *
   * @param tree maps with string keys, lists, strings, booleans, numbers and nulls; anything else
   *     is refused with an {@link IllegalArgumentException}
   */
  public static String stringify(@Nullable Object tree) {
    var out = new StringBuilder();
    write(tree, out);
    return out.toString();
  }

  private static void write(@Nullable Object node, StringBuilder out) {
    if (node == null || node instanceof Boolean) {
      out.append(node);
    } else if (node instanceof String text) {
      StringJson.write(text, out);
    } else if (node instanceof Number number) {
      out.append(NumberJson.text(number));
    } else if (node instanceof Map<?, ?> map) {
      writeObject(map, out);
    } else if (node instanceof List<?> list) {
      writeArray(list, out);
    } else {
      throw new IllegalArgumentException("JSON has no " + node.getClass().getName());
    }
  }

  private static void writeArray(List<?> items, StringBuilder out) {
    var separator = "";
    out.append('[');
    for (var item : items) {
      out.append(separator);
      write(item, out);
      separator = ",";
    }
    out.append(']');
  }

  private static void writeObject(Map<?, ?> members, StringBuilder out) {
    var separator = "";
    out.append('{');
    for (var key : PropertyOrder.of(members.keySet())) {
      out.append(separator);
      StringJson.write(key, out);
      out.append(':');
      write(members.get(key), out);
      separator = ",";
    }
    out.append('}');
  }
}
