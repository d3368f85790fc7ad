package io.tuco.core.crm;

import java.util.function.Function;

/**
 * A conversation with a CRM as a value: what to ask next and what follows from the answer. A
 * connector only describes it; {@link DialogueRun} holds it over a {@link CrmTransport}, without a
 * thread waiting in between.
 *
 * @param <T> what it comes to
 */
public sealed interface Dialogue<T> {

  /** Ask this, then go on with what follows from the answer. */
  record Ask<T>(CrmCall call, Function<CrmAnswer, Dialogue<T>> next) implements Dialogue<T> {}

  /** How a dialogue ends. */
  sealed interface End<T> extends Dialogue<T> {}

  record Ended<T>(T value) implements End<T> {}

  record Broken<T>(CrmFailure failure) implements End<T> {}

  static <T> Dialogue<T> ask(CrmCall call, Function<CrmAnswer, Dialogue<T>> next) {
    return new Ask<>(call, next);
  }

  static <T> Dialogue<T> ended(T value) {
    return new Ended<>(value);
  }

  static <T> Dialogue<T> broken(CrmFailure failure) {
    return new Broken<>(failure);
  }

  /** This dialogue, and then the one that follows from what it came to. */
  default <R> Dialogue<R> then(Function<T, Dialogue<R>> following) {
    if (this instanceof Ask<T> ask) {
      return new Ask<>(ask.call, answer -> ask.next.apply(answer).then(following));
    }
    if (this instanceof Broken<T> broken) {
      return new Broken<>(broken.failure);
    }
    return following.apply(((Ended<T>) this).value);
  }

  /** This dialogue, or what follows from its failure. */
  default Dialogue<T> orElse(Function<CrmFailure, Dialogue<T>> following) {
    if (this instanceof Ask<T> ask) {
      return new Ask<>(ask.call, answer -> ask.next.apply(answer).orElse(following));
    }
    return this instanceof Broken<T> broken ? following.apply(broken.failure) : this;
  }

  default <R> Dialogue<R> map(Function<T, R> change) {
    return then(value -> new Ended<>(change.apply(value)));
  }
}
