package io.tuco.camel.http.v1;

import io.tuco.core.address.Address;
import io.tuco.core.line.Line;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What names a line: its id, or else its handle (/v1 contract, section 1).
 *
 * @param id the core's
 */
record LineName(Optional<String> id, Optional<Address> handle) {

  static final String WHAT = "the phone number, the Apple ID or the id ('ln_…') of a line";

  /**
   * @param region for numbers without a country code
   */
  static Function<String, Optional<LineName>> in(String region) {
    return text -> IdKind.LINE.marks(text) ? ofId(text) : ofHandle(text, region);
  }

  /** Whether it is a handle of that line. */
  boolean names(Line line) {
    return Stream.concat(line.phone().stream(), line.email().stream())
        .anyMatch(address -> handle.filter(address::equals).isPresent());
  }

  private static Optional<LineName> ofId(String text) {
    return IdKind.LINE.parse(text).map(id -> new LineName(Optional.of(id), Optional.empty()));
  }

  private static Optional<LineName> ofHandle(String text, String region) {
    return Handles.parse(text, region)
        .map(address -> new LineName(Optional.empty(), Optional.of(address)));
  }
}
