package io.tuco.connectors.hubspot.fake;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.FakeCrm.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Searches, which lag behind the writes and show 10,000 results at most. */
final class FakeSearch {

  private static final int DEEPEST = 10_000;

  private record Hit(FakeContact contact, Map<String, String> properties) {}

  private final FakeContacts contacts;
  private Duration lag = Duration.ZERO;
  private long tooDeep;

  FakeSearch(FakeContacts contacts) {
    this.contacts = contacts;
  }

  void lag(Duration behind) {
    lag = behind;
  }

  long tooDeep() {
    return tooDeep;
  }

  Reply search(FakeCall call, Instant now) {
    var request = call.json();
    var from = Integer.parseInt(Json.text(request, "after").orElse("0"));
    var limit = request.path("limit").asInt(10);
    if (limit > 200 || from + limit > DEEPEST || request.path("filterGroups").size() > 6) {
      tooDeep++;
      return Json.error(400, "VALIDATION_ERROR", "too many results or filters asked for");
    }
    var unknown = unknownProperty(request);
    if (unknown.isPresent()) {
      return Json.error(400, "VALIDATION_ERROR", "There is no property " + unknown.get());
    }
    var hits = hits(request, now);
    var body = Json.object().put("total", hits.size());
    var results = body.putArray("results");
    var wanted = new ArrayList<String>();
    request.path("properties").forEach(name -> wanted.add(name.asText()));
    hits.stream()
        .skip(from)
        .limit(limit)
        .forEach(hit -> results.add(hit.contact.record(hit.properties, wanted)));
    if (from + limit < hits.size()) {
      body.putObject("paging").putObject("next").put("after", String.valueOf(from + limit));
    }
    return Json.reply(200, body);
  }

  private Optional<String> unknownProperty(JsonNode request) {
    for (var group : request.path("filterGroups")) {
      for (var filter : group.path("filters")) {
        var name = filter.path("propertyName").asText();
        if (!contacts.isKnown(name)) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }

  private List<Hit> hits(JsonNode request, Instant now) {
    var hits = new ArrayList<Hit>();
    for (var contact : contacts.all()) {
      if (!contact.isArchived()) {
        contact
            .indexed(now, lag)
            .filter(properties -> matches(request.path("filterGroups"), properties))
            .ifPresent(properties -> hits.add(new Hit(contact, properties)));
      }
    }
    order(request).ifPresent(hits::sort);
    return hits;
  }

  private static Optional<Comparator<Hit>> order(JsonNode request) {
    var sort = request.path("sorts").path(0);
    var name = sort.isTextual() ? sort.asText() : sort.path("propertyName").asText("");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var order =
        name.equals("hs_object_id")
            ? Comparator.<Hit>comparingLong(hit -> hit.contact.id())
            : Comparator.<Hit>comparingLong(hit -> number(hit.properties.getOrDefault(name, "0")));
    var isDown = sort.path("direction").asText().equals("DESCENDING");
    return Optional.of(isDown ? order.reversed() : order);
  }

  private static boolean matches(JsonNode groups, Map<String, String> properties) {
    if (groups.isEmpty()) {
      return true;
    }
    for (var group : groups) {
      var all = true;
      for (var filter : group.path("filters")) {
        all = all && holds(filter, properties);
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(JsonNode filter, Map<String, String> properties) {
    var value = Optional.ofNullable(properties.get(filter.path("propertyName").asText()));
    var wanted = filter.path("value").asText();
    return switch (filter.path("operator").asText()) {
      case "HAS_PROPERTY" -> value.isPresent();
      case "NOT_HAS_PROPERTY" -> value.isEmpty();
      case "EQ" -> value.filter(has -> isSame(has, wanted)).isPresent();
      case "GT" -> value.filter(has -> number(has) > number(wanted)).isPresent();
      case "GTE" -> value.filter(has -> number(has) >= number(wanted)).isPresent();
      case "LT" -> value.filter(has -> number(has) < number(wanted)).isPresent();
      case "LTE" -> value.filter(has -> number(has) <= number(wanted)).isPresent();
      default -> throw new IllegalArgumentException("the fake does not know " + filter);
    };
  }

  private static boolean isSame(String has, String wanted) {
    return has.equalsIgnoreCase(wanted)
        || (has.contains("T") && has.endsWith("Z") && number(has) == number(wanted));
  }

  /** Times are milliseconds in filters. */
  private static long number(String text) {
    if (text.matches("[0-9]{1,18}")) {
      return Long.parseLong(text);
    }
    return text.matches("[0-9]{4}-.*Z") ? Instant.parse(text).toEpochMilli() : text.hashCode();
  }
}
