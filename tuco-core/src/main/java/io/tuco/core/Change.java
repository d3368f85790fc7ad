package io.tuco.core;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a partial update says about one value: leave it alone, set it, or set it to nothing.
 *
 * @param <T> the value's type
 */
public final class Change<T> {

  private static final Change<?> NONE = new Change<>(false, null);

  private final boolean said;
  private final @Nullable T value;

  private Change(boolean said, @Nullable T value) {
    this.said = said;
    this.value = value;
  }

  @SuppressWarnings("unchecked")
  public static <T> Change<T> none() {
    return (Change<T>) NONE;
  }

  public static <T> Change<T> to(T value) {
    return new Change<>(true, Objects.requireNonNull(value));
  }

  public static <T> Change<T> toNothing() {
    return new Change<>(true, null);
  }

  /** What holds after the change, for a value that may be missing. */
  public Optional<T> after(Optional<T> current) {
    return said ? Optional.ofNullable(value) : current;
  }
}
