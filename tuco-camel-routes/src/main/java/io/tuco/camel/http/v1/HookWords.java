package io.tuco.camel.http.v1;

import io.tuco.core.event.EventDialect;
import io.tuco.core.event.EventName;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A webhook as a client asks for it (/v1 contract, section 9). What is wrong with it, the words
 * tell.
 */
record HookWords(Optional<LineName> from, Optional<String> url, Set<EventName> events) {

  private static final String EVENTS = "events";
  private static final String KNOWN_EVENTS =
      "an array of at least one of "
          + String.join(", ", EventName.of(EventDialect.V1).stream().map(EventName::wire).toList());

  HookWords {
    events = Set.copyOf(events);
  }

  static HookWords of(Words words, String region, HookUrls urls) {
    var from = words.required("from", LineName.WHAT, LineName.in(region));
    var url = words.required("url", HookUrls.WHAT, urls::judge);
    if (!words.has(EVENTS)) {
      words.missing(EVENTS);
    }
    var events = words.value(EVENTS, KNOWN_EVENTS, HookWords::events);
    return new HookWords(from, url, events.orElseGet(() -> EnumSet.noneOf(EventName.class)));
  }

  private static Optional<Set<EventName>> events(Object value) {
    if (!(value instanceof List<?> names) || names.isEmpty()) {
      return Optional.empty();
    }
    var known = EnumSet.noneOf(EventName.class);
    for (var name : names) {
      var event =
          name instanceof String word
              ? EventName.parse(word, EventDialect.V1)
              : Optional.<EventName>empty();
      if (event.isEmpty()) {
        return Optional.empty();
      }
      known.add(event.get());
    }
    return Optional.of(known);
  }
}
