package io.tuco.core.intake;

import java.util.List;
import java.util.Optional;

/** Schedule and sending hours of a request, as written; days are numbers or texts. */
public record WindowWords(
    Optional<String> scheduledDate,
    Optional<String> timezone,
    Optional<String> start,
    Optional<String> end,
    List<Object> days) {

  public WindowWords {
    days = List.copyOf(days);
  }

  public static WindowWords none() {
    return new WindowWords(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }
}
