package io.tuco.core.address;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What reading a text gave: a value, or the reason why it was refused.
 *
 * <p>A reason never repeats the text, so it may be logged.
 *
 * @param <T> what was to be read
 */
public final class Parsed<T> {

  private final @Nullable T value;
  private final @Nullable String refusal;

  private Parsed(@Nullable T value, @Nullable String refusal) {
    this.value = value;
    this.refusal = refusal;
  }

  public static <T> Parsed<T> accepted(T value) {
    return new Parsed<>(requireNonNull(value), null);
  }

  public static <T> Parsed<T> refused(String reason) {
    return new Parsed<>(null, requireNonNull(reason));
  }

  public Optional<T> value() {
    return Optional.ofNullable(value);
  }

  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  public boolean isAccepted() {
    return value != null;
  }

  /** The value, or an {@link IllegalStateException} whose message is the reason. */
  public T orElseThrow() {
    if (value == null) {
      throw new IllegalStateException(refusal);
    }
    return value;
  }

  @Override
  public String toString() {
    return isAccepted() ? "accepted" : "refused: " + refusal;
  }
}
