package io.tuco.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.CrmActivity;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.LoggedActivity;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Whether an activity of which nobody heard again is among the contact's latest: one with its
 * moment and its words. Associations are read, not searched, because a search lags behind.
 */
final class LatestActivities {

  private static final Comparator<String> NEWEST_FIRST =
      Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()).reversed();

  private static final int LATEST = 100;
  private static final int MOST_PAGES = 20;
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Engagement kind;
  private final CrmActivity activity;

  LatestActivities(Engagement kind, CrmActivity activity) {
    this.kind = kind;
    this.activity = activity;
  }

  Dialogue<Optional<LoggedActivity>> find() {
    return page("", 1, List.of()).then(this::read);
  }

  private Dialogue<List<String>> page(String after, int number, List<String> before) {
    return Word.need(
        kind.associated(activity.contactId(), after),
        word -> {
          var ids = latest(Stream.concat(before.stream(), ids(word.body())));
          var next = Json.field(word.body().path("paging").path("next"), "after");
          return next.isPresent() && number < MOST_PAGES
              ? page(next.get(), number + 1, ids)
              : Dialogue.ended(ids);
        });
  }

  private static Stream<String> ids(JsonNode answer) {
    return StreamSupport.stream(answer.path("results").spliterator(), false)
        .flatMap(result -> Json.field(result, "toObjectId").stream())
        .filter(Calls::isRecordId);
  }

  /** Ids are numbers that grow. */
  private static List<String> latest(Stream<String> ids) {
    return ids.distinct().sorted(NEWEST_FIRST).limit(LATEST).toList();
  }

  private Dialogue<Optional<LoggedActivity>> read(List<String> ids) {
    return ids.isEmpty()
        ? Dialogue.ended(Optional.empty())
        : Word.need(kind.read(ids), word -> Dialogue.ended(same(word.body())));
  }

  private Optional<LoggedActivity> same(JsonNode answer) {
    return StreamSupport.stream(answer.path("results").spliterator(), false)
        .filter(record -> isSame(record.path("properties")))
        .flatMap(record -> Json.field(record, "id").stream())
        .map(id -> new LoggedActivity(id, Optional.empty()))
        .findFirst();
  }

  private boolean isSame(JsonNode properties) {
    var at = Json.field(properties, Engagement.TIMESTAMP).flatMap(LatestActivities::millis);
    return at.filter(millis -> millis == activity.at().toEpochMilli()).isPresent()
        && words(properties.path(kind.bodyProperty()).asText(""))
            .equals(words(kind.text(activity)));
  }

  /** HubSpot cleans what it keeps: mark-up and spaces may differ. */
  private static String words(String body) {
    return SPACE.matcher(TAG.matcher(body).replaceAll(" ")).replaceAll(" ").strip();
  }

  private static Optional<Long> millis(String text) {
    try {
      return Optional.of(
          text.matches("[0-9]{1,15}") ? Long.parseLong(text) : Instant.parse(text).toEpochMilli());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
