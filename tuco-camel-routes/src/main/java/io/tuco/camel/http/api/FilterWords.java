package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.ObjectIds;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.timing.IsoInstant;
import io.tuco.core.workspace.ApiKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads the filters of one request, in the order in which they are asked for; the first that is
 * none refuses the request.
 */
final class FilterWords {

  /** From when to when, both inclusive. */
  record Dates(Optional<Instant> from, Optional<Instant> to) {}

  /** A bare date means its whole day; instants have milliseconds. */
  private static final Duration REST_OF_DAY = Duration.ofDays(1).minusMillis(1);

  private final HttpRequest request;
  private final List<HttpAnswer> refusals = new ArrayList<>();

  FilterWords(HttpRequest request) {
    this.request = request;
  }

  Optional<String> text(String name) {
    return request.queryParameter(name);
  }

  Optional<String> id(String name) {
    var given = text(name);
    if (!given.map(ObjectIds::isOne).orElse(true)) {
      refuse("Invalid " + name);
    }
    return given;
  }

  /** {@code dateFrom} and {@code dateTo}. */
  Dates dates() {
    var from = instant("dateFrom", Duration.ZERO);
    var to = instant("dateTo", REST_OF_DAY);
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      refuse("dateFrom must be <= dateTo");
    }
    return new Dates(from, to);
  }

  /**
   * The lines that may be seen: the one that was asked for, else those that the key is bound to.
   */
  Set<String> lines(Optional<String> asked, ApiKey key) {
    if (!asked.map(key::reaches).orElse(true)) {
      refusals.add(LineAccess.REFUSAL);
    }
    return asked.map(Set::of).orElseGet(key::lineIds);
  }

  void refuse(String text) {
    refusals.add(HttpAnswer.error(400, text));
  }

  /** The filter, unless something was refused. */
  <T> OrAnswer<T> orRefusal(Supplier<T> filter) {
    return refusals.stream()
        .findFirst()
        .<OrAnswer<T>>map(OrAnswer::answer)
        .orElseGet(() -> OrAnswer.of(filter.get()));
  }

  private Optional<Instant> instant(String name, Duration restOfDay) {
    var given = text(name);
    var read = given.flatMap(IsoInstant::parse);
    if (given.isPresent() && read.isEmpty()) {
      refuse("Invalid " + name);
    }
    return given.filter(IsoInstant::isBareDate).isPresent()
        ? read.map(start -> start.plus(restOfDay))
        : read;
  }
}
