package io.tuco.camel.json;

import io.tuco.core.Change;
import io.tuco.core.intake.Rejection;
import io.tuco.core.intake.RejectionCode;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a request's object by type. Absent and null are the same; a member of
 * another type reads as absent and leaves the documented refusal (API contract, section 1), of
 * which the first one counts. For one request and one thread.
 */
public final class JsonReader {

  /** What a member is, for the few fields whose wrong type has a text of its own. */
  public enum Shape {
    ABSENT,
    ARRAY,
    OTHER
  }

  /** The end of the year 9999, the last that our times can say. */
  static final long LAST_MILLI = 253_402_300_799_999L;

  private final Map<String, @Nullable Object> members;
  private final String path;
  private final List<Rejection> refusals;

  public JsonReader(Map<String, @Nullable Object> members) {
    this(members, "", new ArrayList<>());
  }

  private JsonReader(Map<String, @Nullable Object> members, String path, List<Rejection> refusals) {
    this.members = members;
    this.path = path;
    this.refusals = refusals;
  }

  /** Of an object that {@link JsonTree} read. */
  public static JsonReader of(Map<?, ?> members) {
    return new JsonReader(names(members));
  }

  public Optional<Rejection> refusal() {
    return refusals.stream().findFirst();
  }

  /** The object as it was sent. */
  public Map<String, @Nullable Object> tree() {
    return members;
  }

  /** Whether the member was sent at all, be it as null. */
  public boolean has(String field) {
    return members.containsKey(field);
  }

  public boolean isNull(String field) {
    return has(field) && members.get(field) == null;
  }

  public Shape shape(String field) {
    var value = members.get(field);
    if (value == null) {
      return Shape.ABSENT;
    }
    return value instanceof List ? Shape.ARRAY : Shape.OTHER;
  }

  public Optional<String> text(String field) {
    return typed(field, String.class, "string");
  }

  public Optional<Boolean> flag(String field) {
    return typed(field, Boolean.class, "boolean");
  }

  public Optional<List<@Nullable Object>> array(String field) {
    return typed(field, List.class, "array").map(JsonReader::items);
  }

  /** An array of strings; another element makes the field invalid. */
  public Optional<List<String>> texts(String field) {
    return array(field)
        .flatMap(
            items -> {
              if (!items.stream().allMatch(String.class::isInstance)) {
                refuse(RejectionCode.INVALID_FIELD.rejection(path + field));
                return Optional.empty();
              }
              return Optional.of(items.stream().map(String.class::cast).toList());
            });
  }

  /** A reader of the object under that name; an empty one when there is none. */
  public JsonReader object(String field) {
    return new JsonReader(
        typed(field, Map.class, "object").map(JsonReader::names).orElseGet(Map::of),
        path + field + ".",
        refusals);
  }

  /** A reader of each object of an array; another element leaves a refusal. */
  public Optional<List<JsonReader>> objects(String field) {
    return array(field)
        .map(
            items ->
                IntStream.range(0, items.size())
                    .mapToObj(place -> element(path + field + "[" + place + "]", items.get(place)))
                    .toList());
  }

  /** An object of strings, numbers and booleans, each as its text; nulls are left out. */
  public Optional<Map<String, String>> plainValues(String field) {
    return typed(field, Map.class, "object")
        .map(JsonReader::names)
        .flatMap(
            values -> {
              var texts = new LinkedHashMap<String, String>();
              values.forEach((name, value) -> plain(value).ifPresent(t -> texts.put(name, t)));
              if (texts.size() < values.values().stream().filter(Objects::nonNull).count()) {
                refuse(RejectionCode.INVALID_FIELD.rejection(path + field));
                return Optional.empty();
              }
              return Optional.of(texts);
            });
  }

  /** The object itself, for an answer that repeats it. */
  public Map<String, @Nullable Object> members() {
    return members;
  }

  private JsonReader element(String where, @Nullable Object item) {
    if (!(item instanceof Map<?, ?> object)) {
      refuse(RejectionCode.WRONG_TYPE.rejection(where, "object"));
      return new JsonReader(Map.of(), where + ".", refusals);
    }
    return new JsonReader(names(object), where + ".", refusals);
  }

  private static Optional<String> plain(@Nullable Object value) {
    if (value instanceof Double number) {
      return Optional.of(NumberJson.text(number));
    }
    // Whole numbers are ids more often than not: every digit counts.
    return value instanceof String || value instanceof Boolean || value instanceof Number
        ? Optional.of(value.toString())
        : Optional.empty();
  }

  /** A whole number from {@code least} to {@code most}; anything else makes the field invalid. */
  public Optional<Integer> integer(String field, int least, int most) {
    var value = members.get(field);
    if (value == null) {
      return Optional.empty();
    }
    var number = whole(value).filter(n -> n >= least && n <= most).map(Long::intValue);
    if (number.isEmpty()) {
      refuse(RejectionCode.INVALID_FIELD.rejection(path + field));
    }
    return number;
  }

  /** An instant in milliseconds since 1970; anything else makes the field invalid. */
  public Optional<Instant> millis(String field) {
    var value = members.get(field);
    if (value == null) {
      return Optional.empty();
    }
    var instant = whole(value).filter(n -> n >= 0 && n <= LAST_MILLI).map(Instant::ofEpochMilli);
    if (instant.isEmpty()) {
      refuse(RejectionCode.INVALID_FIELD.rejection(path + field));
    }
    return instant;
  }

  /** A string that {@code parse} makes something of; else the field is invalid. */
  public <T> Optional<T> parsed(String field, Function<String, Optional<T>> parse) {
    var text = text(field);
    var value = text.flatMap(parse);
    if (text.isPresent() && value.isEmpty()) {
      refuse(RejectionCode.INVALID_FIELD.rejection(path + field));
    }
    return value;
  }

  /** A string that is not blank and at most so long, stripped; else the field is invalid. */
  public Optional<String> words(String field, int longest) {
    return parsed(
        field,
        text ->
            Optional.of(text.strip()).filter(kept -> !kept.isEmpty() && kept.length() <= longest));
  }

  /** A string that is not blank and at most so long, as it is: a secret's spaces are its own. */
  public Optional<String> secret(String field, int longest) {
    return parsed(
        field,
        text -> Optional.of(text).filter(kept -> !kept.isBlank() && kept.length() <= longest));
  }

  /** What a partial update says about a field: nothing, null, or the value that was read. */
  public <T> Change<T> change(String field, Optional<T> read) {
    return isNull(field) ? Change.toNothing() : read.map(Change::to).orElseGet(Change::none);
  }

  /** Leaves a refusal for the first of these fields that is absent, null or blank. */
  public void require(String... fields) {
    for (var field : fields) {
      var value = members.get(field);
      if (value == null || value instanceof String text && text.isBlank()) {
        refuse(RejectionCode.FIELD_REQUIRED.rejection(path + field));
      }
    }
  }

  public void refuse(Rejection rejection) {
    refusals.add(rejection);
  }

  private <T> Optional<T> typed(String field, Class<T> type, String word) {
    var value = members.get(field);
    if (value != null && !type.isInstance(value)) {
      refuse(RejectionCode.WRONG_TYPE.rejection(path + field, word));
      return Optional.empty();
    }
    return Optional.ofNullable(value).map(type::cast);
  }

  /** 5 and 5.0 are one number to a client whose language has no integers. */
  private static Optional<Long> whole(Object value) {
    if (value instanceof Double number && number == Math.rint(number)) {
      return Optional.of(number.longValue());
    }
    return value instanceof Number number
            && !(value instanceof Double)
            && !(value instanceof BigInteger)
        ? Optional.of(number.longValue())
        : Optional.empty();
  }

  /** The items of a list that {@link JsonTree} read. */
  @SuppressWarnings("unchecked")
  public static List<@Nullable Object> items(List<?> list) {
    return (List<@Nullable Object>) list;
  }

  /** The names of an object that came out of {@link JsonTree} are strings. */
  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> names(Map<?, ?> map) {
    return (Map<String, @Nullable Object>) map;
  }
}
