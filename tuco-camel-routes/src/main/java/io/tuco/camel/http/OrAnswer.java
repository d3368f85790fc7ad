package io.tuco.camel.http;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value to go on with, or the answer that ends the request here. Checks are chained in the order
 * of the contract; the first refusal wins.
 */
public final class OrAnswer<T> {

  private final @Nullable T value;
  private final @Nullable HttpAnswer answer;

  private OrAnswer(@Nullable T value, @Nullable HttpAnswer answer) {
    this.value = value;
    this.answer = answer;
  }

  public static <T> OrAnswer<T> of(T value) {
    return new OrAnswer<>(value, null);
  }

  public static <T> OrAnswer<T> answer(HttpAnswer answer) {
    return new OrAnswer<>(null, answer);
  }

  /** The value that is there, else the answer. */
  public static <T> OrAnswer<T> of(Optional<T> value, HttpAnswer otherwise) {
    return value.map(OrAnswer::of).orElseGet(() -> answer(otherwise));
  }

  public <R> OrAnswer<R> map(Function<T, R> next) {
    return then(present -> of(next.apply(present)));
  }

  public <R> OrAnswer<R> then(Function<T, OrAnswer<R>> next) {
    return value == null ? new OrAnswer<>(null, answer) : next.apply(value);
  }

  /** The same, unless the check has something to answer. */
  public OrAnswer<T> unless(Function<T, Optional<HttpAnswer>> check) {
    return then(present -> check.apply(present).<OrAnswer<T>>map(OrAnswer::answer).orElse(this));
  }

  /** The answer: the one that ended the request, or what {@code last} makes of the value. */
  public HttpAnswer answered(Function<T, HttpAnswer> last) {
    return fold(last, ended -> ended);
  }

  /** What the one function makes of the value, or the other of the answer. */
  public <R> R fold(Function<T, R> going, Function<HttpAnswer, R> ended) {
    if (value != null) {
      return going.apply(value);
    }
    if (answer == null) {
      throw new IllegalStateException("neither a value nor an answer");
    }
    return ended.apply(answer);
  }
}
