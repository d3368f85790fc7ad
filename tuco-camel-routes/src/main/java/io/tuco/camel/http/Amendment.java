package io.tuco.camel.http;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A change that may be refused, of something that others may change meanwhile: a store applies it
 * to what is there then, perhaps more than once. For one call and one thread.
 */
public final class Amendment<T> implements UnaryOperator<T> {

  private final Function<T, OrAnswer<T>> change;
  private final HttpAnswer missing;
  private OrAnswer<T> last;

  /**
   * @param missing the answer where there is nothing to change
   */
  public Amendment(Function<T, OrAnswer<T>> change, HttpAnswer missing) {
    this.change = change;
    this.missing = missing;
    this.last = OrAnswer.answer(missing);
  }

  /** What is refused leaves it as it is. */
  @Override
  public T apply(T current) {
    last = change.apply(current);
    return last.fold(changed -> changed, refusal -> current);
  }

  /** What was stored, or why nothing was. */
  public OrAnswer<T> outcome(Optional<T> stored) {
    return outcome(stored, missing);
  }

  /**
   * @param conflict the answer where the store would not have what it was changed to
   */
  public OrAnswer<T> outcome(Optional<T> stored, HttpAnswer conflict) {
    return last.then(changed -> OrAnswer.of(stored, conflict));
  }
}
