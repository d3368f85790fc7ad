package io.tuco.camel.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** JSON trees from a seed, rich in what writers get wrong. */
public final class RandomTrees {

  private static final List<String> CHARACTERS =
      List.of(
          "a",
          "Z",
          "0",
          "/",
          "\"",
          "\\",
          "'",
          "<",
          "&",
          "\b",
          "\t",
          "\n",
          "\f",
          "\r",
          "\u0000",
          "\u000b",
          "\u001f",
          "\u007f",
          "\u0085",
          "\u00e9",
          "\u0130",
          "\u2028",
          "\u2029",
          "\ufeff",
          "\uffff",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "\udbff\udfff",
          "\udc00\ud800");
  private static final List<String> KEYS =
      List.of(
          "0",
          "1",
          "2",
          "10",
          "9",
          "00",
          "01",
          "-0",
          "-1",
          "+1",
          "1.0",
          "1e3",
          " 1",
          "",
          "4294967294",
          "4294967295",
          "4294967296",
          "99999999999999999999",
          "2147483648",
          "__proto__",
          "constructor",
          "toString",
          "name",
          "\u0661",
          "é");

  private final Random random;

  public RandomTrees(long seed) {
    random = new Random(seed);
  }

  public Map<String, Object> object() {
    return object(4);
  }

  String text() {
    var text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      text.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
    }
    return text.toString();
  }

  Number number() {
    return switch (random.nextInt(8)) {
      case 0 -> random.nextInt();
      case 1 -> random.nextLong();
      case 2 -> random.nextLong() >> random.nextInt(64);
      case 3 -> random.nextInt(1_000_000) / Math.pow(10, random.nextInt(12));
      case 4 -> Math.scalb(1.0, random.nextInt(2098) - 1074);
      case 5 -> Double.parseDouble((1 + random.nextInt(99)) + "e" + (random.nextInt(640) - 330));
      case 6 -> new BigDecimal(random.nextLong()).scaleByPowerOfTen(random.nextInt(60) - 40);
      default -> Double.longBitsToDouble(random.nextLong());
    };
  }

  private Map<String, Object> object(int depth) {
    var members = new LinkedHashMap<String, Object>();
    for (int size = random.nextInt(6); size > 0; size--) {
      members.put(random.nextInt(3) == 0 ? text() : key(), node(depth - 1));
    }
    return members;
  }

  private List<Object> list(int depth) {
    var items = new ArrayList<Object>();
    for (int size = random.nextInt(5); size > 0; size--) {
      items.add(node(depth - 1));
    }
    return items;
  }

  private Object node(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> text();
      case 1 -> number();
      case 2 -> random.nextBoolean();
      case 3 -> random.nextInt(4) == 0 ? null : text();
      case 4 -> list(depth);
      default -> object(depth);
    };
  }

  private String key() {
    return KEYS.get(random.nextInt(KEYS.size()));
  }
}
