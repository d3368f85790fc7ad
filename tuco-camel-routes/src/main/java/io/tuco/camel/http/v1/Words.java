package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a call says, by name. Of what is wrong with it, the first parameter missing is refused
 * before the first one invalid (/v1 contract, section 1). For one request and one thread.
 */
final class Words {

  private final Map<String, @Nullable Object> values;
  private final String place;
  private @Nullable HttpAnswer missing;
  private @Nullable HttpAnswer invalid;

  private Words(Map<String, @Nullable Object> values, String place) {
    this.values = values;
    this.place = place;
  }

  static Words ofQuery(Map<String, String> query) {
    return new Words(new HashMap<>(query), "query parameter");
  }

  static Words ofBody(Map<String, @Nullable Object> body) {
    return new Words(body, "field");
  }

  /** The members as they were sent. */
  Map<String, @Nullable Object> tree() {
    return values;
  }

  /** Null, and a text of blanks, are as good as nothing. */
  boolean has(String name) {
    var value = values.get(name);
    return value != null && !(value instanceof String text && text.isBlank());
  }

  /**
   * @param what it must be, such as {@code an id of a line}
   * @return empty where it is missing or invalid, which {@link #checked} tells
   */
  <T> Optional<T> required(String name, String what, Function<String, Optional<T>> parse) {
    if (!has(name)) {
      missing(name);
    }
    return optional(name, what, parse);
  }

  <T> Optional<T> optional(String name, String what, Function<String, Optional<T>> parse) {
    return value(
        name, what, value -> value instanceof String t ? parse.apply(t) : Optional.empty());
  }

  /** A value of any type. */
  <T> Optional<T> value(String name, String what, Function<Object, Optional<T>> parse) {
    if (!has(name)) {
      return Optional.empty();
    }
    var read = Optional.ofNullable(values.get(name)).flatMap(parse);
    if (read.isEmpty()) {
      refuse(name, what);
    }
    return read;
  }

  void missing(String name) {
    if (missing == null) {
      var text = "The '" + name + "' " + place + " is required.";
      missing = ErrorCode.MISSING_REQUIRED_PARAMETER.answerOf(name, text);
    }
  }

  void refuse(String name, String what) {
    if (invalid == null) {
      var text = "The '" + name + "' " + place + " must be " + what + ".";
      invalid = ErrorCode.INVALID_PARAMETER_VALUE.answerOf(name, text);
    }
  }

  /** The same of a header. */
  void refuseHeader(String name, String what) {
    if (invalid == null) {
      var text = "The '" + name + "' header must be " + what + ".";
      invalid = ErrorCode.INVALID_PARAMETER_VALUE.answerOf(name, text);
    }
  }

  /** What to go on with, unless something is missing or invalid. */
  <T> OrAnswer<T> checked(T next) {
    return Optional.ofNullable(missing)
        .or(() -> Optional.ofNullable(invalid))
        .<OrAnswer<T>>map(OrAnswer::answer)
        .orElseGet(() -> OrAnswer.of(next));
  }
}
