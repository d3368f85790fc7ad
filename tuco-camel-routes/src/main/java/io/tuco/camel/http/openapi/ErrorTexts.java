package io.tuco.camel.http.openapi;

import io.tuco.camel.http.StatusCodes;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The errors of an operation: by status, by code (empty for that of the status, {@code +reason} for
 * that and a reason besides), the exact texts. In a text, <code>{a|b}</code> stands for one text
 * each, <code>
 * {*}</code> for anything and <code>{#}</code> for a number.
 */
final class ErrorTexts {

  /** In the place of a code: there is none, but a reason besides. */
  private static final String WITH_REASON = "+reason";

  private static final Pattern CHOICE = Pattern.compile("\\{([^{}*#]+)\\}");
  private static final Pattern OPEN = Pattern.compile("\\{[*#]\\}");

  private final Map<String, Map<String, List<String>>> byStatus = new TreeMap<>();

  /** Adds those of a source's object; what is there already stays before it. */
  ErrorTexts add(JsonReader errors) {
    for (var status : errors.tree().keySet()) {
      var codes = errors.object(status);
      for (var code : codes.tree().keySet()) {
        var texts = codes.texts(code).orElseThrow().stream().flatMap(ErrorTexts::spelledOut);
        byStatus
            .computeIfAbsent(status, key -> new LinkedHashMap<>())
            .computeIfAbsent(code, key -> new ArrayList<>())
            .addAll(texts.toList());
      }
    }
    return this;
  }

  /** Leaves out what an operation says in words of its own. */
  ErrorTexts without(List<String> texts) {
    byStatus.values().forEach(codes -> codes.values().forEach(all -> all.removeAll(texts)));
    return this;
  }

  Set<String> statuses() {
    return byStatus.keySet();
  }

  /** Whether another operation with nothing of its own answers that status in the same words. */
  boolean isSame(String status, ErrorTexts other) {
    return byStatus.getOrDefault(status, Map.of()).equals(other.byStatus.get(status));
  }

  /** The bodies that status may have, each a schema. */
  List<Map<String, @Nullable Object>> schemas(String status) {
    return byStatus.getOrDefault(status, Map.of()).entrySet().stream()
        .map(each -> schema(status, each.getKey(), each.getValue()))
        .toList();
  }

  private static Map<String, @Nullable Object> schema(
      String status, String code, List<String> texts) {
    var properties = new JsonFields().put("error", text(texts));
    var required = new ArrayList<>(List.of("error"));
    var isCommon = code.isEmpty() || code.equals(WITH_REASON);
    properties.put(
        "code", Map.of("const", isCommon ? StatusCodes.of(Integer.parseInt(status)) : code));
    required.add("code");
    if (code.equals(WITH_REASON) || status.equals("402")) {
      properties.put("reason", Map.of("type", "string"));
      required.add("reason");
    }
    return CommonParts.closedObject(required, properties);
  }

  private static Map<String, ?> text(List<String> texts) {
    var fixed = texts.stream().filter(text -> !isOpen(text)).distinct().toList();
    var open = texts.stream().filter(ErrorTexts::isOpen).distinct().map(ErrorTexts::pattern);
    if (fixed.size() == texts.size()) {
      return Map.of("enum", fixed);
    }
    var all =
        Stream.concat(
                fixed.isEmpty() ? Stream.of() : Stream.of(Map.of("enum", fixed)),
                open.map(each -> Map.of("pattern", each)))
            .toList();
    return new JsonFields().put("type", "string").put("anyOf", all).tree();
  }

  private static boolean isOpen(String text) {
    return OPEN.matcher(text).find();
  }

  private static Stream<String> spelledOut(String text) {
    var choice = CHOICE.matcher(text);
    return choice.find()
        ? Stream.of(choice.group(1).split("\\|"))
            .map(word -> choice.replaceFirst(Matcher.quoteReplacement(word)))
            .flatMap(ErrorTexts::spelledOut)
        : Stream.of(text);
  }

  private static String pattern(String text) {
    return "^"
        + text.replaceAll("[\\\\.+?^$()\\[\\]|]", "\\\\$0")
            .replace("{*}", "[\\s\\S]+")
            .replace("{#}", "[0-9]+")
        + "$";
  }
}
