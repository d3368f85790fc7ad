package io.tuco.camel.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Words to say: some that a field may well hold, and some that nobody wants to hear. */
final class FuzzWords {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> PHONES =
      List.of(
          "+12025550100",
          "+12025550102",
          "(202) 555-0109",
          "2025550110",
          "+447700900123",
          "+1",
          "+١٢٠٢",
          "tel:+12025550100",
          "+12025550100;ext=5",
          "1".repeat(40));
  private static final List<String> EMAILS =
      List.of(
          "sample@example.com",
          "A@B.example",
          "a@b",
          "a@b@c",
          "ü@exämple.com",
          "a@example.com\r\nBcc: b@example.com",
          "\"a b\"@example.com",
          "@",
          "a".repeat(300) + "@x.example");
  private static final List<String> TIMES =
      List.of(
          "2027-03-12T22:57:02.892Z",
          "2027-03-14",
          "2027-03-14T02:30:00-05:00",
          "2027-02-30",
          "9999-12-31T23:59:59Z",
          "+1000000000-01-01T00:00:00Z",
          "-0001-01-01T00:00:00Z",
          "now",
          "09:00",
          "24:00",
          "9:00",
          "22:15",
          "2027-W10-5",
          "20270312T120000Z");
  private static final List<String> ZONES =
      List.of(
          "Europe/Paris",
          "America/New_York",
          "Asia/Kathmandu",
          "UTC",
          "EST",
          "+02:00",
          "Mars/Olympus",
          "");
  private static final List<String> NAMES =
      List.of(
          "Sample",
          "Quick Sends",
          "Spring",
          "hold",
          "resend",
          "imessage",
          "sms",
          "email",
          "US",
          "FR",
          "twilio",
          "message.sent",
          "message.reply",
          "confirm_sent",
          "pending",
          "csv",
          "love",
          "https://hooks.example/x",
          "https://inside.example/",
          "https://127.0.0.1/x.png",
          "http://files.example/a.png",
          "AC0123456789abcdef0123456789abcdef",
          "{{firstName|there}} {lastName} {{{",
          "true",
          "0",
          "6",
          "Sunday");
  private static final List<String> STRANGE =
      List.of(
          "",
          " ",
          "\u0000",
          "\uD800",
          "\uDC00\uD800",
          "\u202Eabc\u202C",
          "e\u0301\u0301\u0301",
          "\uD83D\uDE00",
          "\uFEFF",
          "İıŞş",
          "\u2028",
          "../../etc/passwd",
          "%00",
          "%",
          "%zz",
          "$where",
          "{\"$gt\":\"\"}",
          "'; DROP TABLE leads;--",
          "<script>alert(1)</script>",
          "__proto__",
          "=cmd|' /C calc'!A0",
          "[]",
          "null",
          "\r\nX-Injected: 1",
          "a".repeat(1_000),
          "\uD83D\uDE00".repeat(700));

  private FuzzWords() {}

  /** What a field of that name may well hold, or nearly so. */
  static String text(String field, Random random) {
    var name = field.toLowerCase(Locale.ROOT);
    if (random.nextInt(12) == 0) {
      return strange(random);
    }
    if (name.contains("phone") || name.contains("number") || name.contains("address")) {
      return pick(random.nextInt(5) == 0 ? EMAILS : PHONES, random);
    }
    if (name.contains("email")) {
      return pick(EMAILS, random);
    }
    if (name.contains("date")
        || name.contains("window")
        || name.equals("from")
        || name.equals("to")) {
      return pick(TIMES, random);
    }
    if (name.contains("zone")) {
      return pick(ZONES, random);
    }
    return random.nextInt(3) == 0 ? "Text " + random.nextInt(50) : pick(NAMES, random);
  }

  static String strange(Random random) {
    return pick(STRANGE, random);
  }

  /** An id of that kind: ours, another tenant's, nobody's, or none at all. */
  static String id(String kind, Random random) {
    var kinds = List.copyOf(TwoTenants.kinds());
    return switch (random.nextInt(8)) {
      case 0, 1, 2 ->
          TwoTenants.kinds().contains(kind) ? TwoTenants.own(kind) : TwoTenants.missing();
      case 3 -> TwoTenants.kinds().contains(kind) ? TwoTenants.others(kind) : TwoTenants.missing();
      case 4 -> TwoTenants.missing();
      case 5 -> TwoTenants.own(pick(kinds.stream().sorted().toList(), random));
      case 6 -> TwoTenants.missing().toUpperCase(Locale.ROOT);
      default -> strange(random);
    };
  }

  /** A value of any type. */
  static JsonNode anything(Random random) {
    return switch (random.nextInt(16)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(0);
      case 3 -> JSON.numberNode(-1);
      case 4 -> JSON.numberNode(new BigDecimal("1.7976931348623157E308"));
      case 5 -> JSON.numberNode(new BigInteger("9".repeat(31)));
      case 6 -> JSON.numberNode(Long.MIN_VALUE);
      case 7 -> JSON.numberNode(0.1);
      case 8 -> JSON.objectNode();
      case 9 -> JSON.objectNode().put("$gt", "");
      case 10 -> JSON.arrayNode();
      case 11 -> deep(random.nextInt(40));
      case 12 -> JSON.arrayNode().add(JSON.nullNode()).add(1).add("a").add(JSON.objectNode());
      case 13 -> JSON.textNode("x".repeat(random.nextInt(3) == 0 ? 66_000 : 20_001));
      default -> JSON.textNode(strange(random));
    };
  }

  static <T> T pick(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static JsonNode deep(int depth) {
    JsonNode inner = JSON.numberNode(1);
    for (var i = 0; i < depth; i++) {
      inner = i % 2 == 0 ? JSON.arrayNode().add(inner) : JSON.objectNode().set("a", inner);
    }
    return inner;
  }
}
