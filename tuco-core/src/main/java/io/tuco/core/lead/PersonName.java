package io.tuco.core.lead;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A first and a last name, either of which may be unknown. */
public record PersonName(Optional<String> first, Optional<String> last) {

  public static PersonName unknown() {
    return new PersonName(Optional.empty(), Optional.empty());
  }

  /** Splits a full name at its first space. */
  public static PersonName split(String full) {
    var name = full.strip();
    var space = name.indexOf(' ');
    if (space < 0) {
      return new PersonName(text(name), Optional.empty());
    }
    return new PersonName(text(name.substring(0, space)), text(name.substring(space + 1)));
  }

  public Optional<String> full() {
    return text(Stream.of(first, last).flatMap(Optional::stream).collect(Collectors.joining(" ")));
  }

  private static Optional<String> text(String part) {
    return Optional.of(part.strip()).filter(kept -> !kept.isEmpty());
  }
}
