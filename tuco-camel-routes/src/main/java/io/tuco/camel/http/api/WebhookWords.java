package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.Change;
import io.tuco.core.event.EndpointChange;
import io.tuco.core.event.EventDialect;
import io.tuco.core.event.EventName;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A webhook as a client asks for it, read in the order of the contract (section 11). */
record WebhookWords(String url, Set<EventName> events, String name, Optional<String> description) {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DESCRIPTION = 1_000;
  private static final HttpAnswer NO_URL = HttpAnswer.error(400, "URL is required");
  private static final HttpAnswer NO_EVENT =
      HttpAnswer.error(400, "At least one event must be selected");
  private static final OrAnswer<Optional<String>> NOTHING = OrAnswer.of(Optional.empty());
  private static final HttpAnswer NO_NAME = HttpAnswer.error(400, "Name is required");

  /** Reads a body whose types were right. */
  static OrAnswer<WebhookWords> read(JsonReader body, WebhookUrls urls) {
    // Not stripped: what we mend, another program may read as a different host.
    return OrAnswer.of(body.text("url").filter(url -> !url.isBlank()), NO_URL)
        .then(urls::judge)
        .then(url -> events(body, EventDialect.API).then(events -> named(body, url, events)));
  }

  /** Reads every field once, so that a wrong type is known before anything is judged. */
  static void touchTypes(JsonReader body) {
    body.text("url");
    body.texts("events");
    body.text("name");
    body.text("description");
    body.flag("isActive");
  }

  private static OrAnswer<Set<EventName>> events(JsonReader body, EventDialect dialect) {
    var words = body.texts("events").orElseGet(List::of);
    var unknown =
        words.stream()
            .filter(word -> EventName.parse(word, dialect).isEmpty())
            .collect(Collectors.joining(", "));
    if (words.isEmpty()) {
      return OrAnswer.answer(NO_EVENT);
    }
    if (!unknown.isEmpty()) {
      return OrAnswer.answer(HttpAnswer.error(400, "Invalid events: " + unknown));
    }
    return OrAnswer.of(
        words.stream()
            .flatMap(word -> EventName.parse(word, dialect).stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventName.class))));
  }

  private static OrAnswer<WebhookWords> named(JsonReader body, String url, Set<EventName> events) {
    var description = filled(body, "description");
    return OrAnswer.of(filled(body, "name"), NO_NAME)
        .unless(name -> tooLong("name", name, LONGEST_NAME))
        .unless(
            name -> description.flatMap(text -> tooLong("description", text, LONGEST_DESCRIPTION)))
        .map(name -> new WebhookWords(url, events, name, description));
  }

  /**
   * Reads a partial update: absent is unchanged, a blank description is none.
   *
   * @param dialect of the endpoint, which names its events
   */
  static OrAnswer<EndpointChange> readChange(
      JsonReader body, WebhookUrls urls, EventDialect dialect) {
    return OrAnswer.of(body.text("url"))
        .unless(url -> url.filter(String::isBlank).map(blank -> NO_URL))
        .then(url -> url.map(text -> urls.judge(text).map(Optional::of)).orElse(NOTHING))
        .then(url -> changedEvents(body, dialect).map(events -> changed(body, url, events)))
        .unless(change -> body.text("name").filter(String::isBlank).map(blank -> NO_NAME))
        .unless(change -> change.name().flatMap(name -> tooLong("name", name, LONGEST_NAME)))
        .unless(
            change ->
                filled(body, "description")
                    .flatMap(text -> tooLong("description", text, LONGEST_DESCRIPTION)));
  }

  private static OrAnswer<Optional<Set<EventName>>> changedEvents(
      JsonReader body, EventDialect dialect) {
    return body.texts("events").isPresent()
        ? events(body, dialect).map(Optional::of)
        : OrAnswer.of(Optional.<Set<EventName>>empty());
  }

  private static EndpointChange changed(
      JsonReader body, Optional<String> url, Optional<Set<EventName>> events) {
    var description =
        body.text("description")
            .map(String::strip)
            .map(text -> text.isEmpty() ? Change.<String>toNothing() : Change.to(text))
            .orElseGet(Change::none);
    return new EndpointChange(
        url, events, filled(body, "name"), description, body.flag("isActive"));
  }

  private static Optional<HttpAnswer> tooLong(String field, String text, int longest) {
    return text.length() > longest
        ? Optional.of(HttpAnswer.error(400, "Invalid " + field, "VALIDATION_ERROR"))
        : Optional.empty();
  }

  private static Optional<String> filled(JsonReader body, String field) {
    return body.text(field).map(String::strip).filter(text -> !text.isEmpty());
  }
}
