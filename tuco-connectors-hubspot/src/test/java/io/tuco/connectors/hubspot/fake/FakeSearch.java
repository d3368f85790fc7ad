package io.tuco.connectors.hubspot.fake;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.connectors.hubspot.fake.FakeContact.Version;
import io.tuco.core.crm.FakeCall;
import io.tuco.core.crm.FakeCrm.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Searches, which lag behind the writes and show 10,000 results at most. */
final class FakeSearch {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private record Hit(FakeContact contact, Version version) {

    Map<String, String> properties() {
      return version.properties();
    }

    Optional<String> property(String name) {
      return Optional.ofNullable(properties().get(name));
    }

    /** Times are milliseconds in filters. */
    long number(String name) {
      return switch (name) {
        case "lastmodifieddate" -> version.at().toEpochMilli();
        case "hs_object_id" -> contact.id();
        default -> property(name).filter(FakeSearch::isNumber).map(Long::valueOf).orElse(0L);
      };
    }
  }

  private final FakeContacts contacts;
  private Duration lag = Duration.ZERO;
  private int deepest = 10_000;
  private long tooDeep;

  FakeSearch(FakeContacts contacts) {
    this.contacts = contacts;
  }

  void lag(Duration behind) {
    lag = behind;
  }

  void depth(int results) {
    deepest = results;
  }

  long tooDeep() {
    return tooDeep;
  }

  Reply search(FakeCall call, Instant now) {
    var request = Json.of(call);
    var from = Integer.parseInt(Json.text(request, "after").orElse("0"));
    var limit = request.path("limit").asInt(10);
    if (limit > 200 || from + limit > deepest || request.path("filterGroups").size() > 6) {
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
        .forEach(hit -> results.add(hit.contact.record(hit.properties(), wanted)));
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
    var sort = request.path("sorts").path(0);
    var by = sort.isTextual() ? sort.asText() : sort.path("propertyName").asText("hs_object_id");
    var groups = groups(request);
    var hits = new ArrayList<Hit>();
    for (var contact : contacts.all()) {
      if (!contact.isArchived()) {
        contact
            .indexed(now, lag)
            .map(version -> new Hit(contact, version))
            .filter(hit -> matches(groups, hit))
            .ifPresent(hits::add);
      }
    }
    var order = Comparator.<Hit>comparingLong(hit -> hit.number(by));
    var isDown = sort.path("direction").asText().equals("DESCENDING");
    hits.sort(isDown ? order.reversed() : order);
    return hits;
  }

  /** No group at all holds for everybody. */
  private static boolean matches(List<List<Filter>> groups, Hit hit) {
    return groups.isEmpty()
        || groups.stream().anyMatch(group -> group.stream().allMatch(filter -> filter.holds(hit)));
  }

  private static List<List<Filter>> groups(JsonNode request) {
    var groups = new ArrayList<List<Filter>>();
    for (var group : request.path("filterGroups")) {
      var filters = new ArrayList<Filter>();
      group.path("filters").forEach(filter -> filters.add(Filter.of(filter)));
      groups.add(filters);
    }
    return groups;
  }

  private record Filter(String name, String operator, String value, long number) {

    static Filter of(JsonNode filter) {
      var value = filter.path("value").asText();
      return new Filter(
          filter.path("propertyName").asText(),
          filter.path("operator").asText(),
          value,
          isNumber(value) ? Long.parseLong(value) : 0);
    }

    boolean holds(Hit hit) {
      return switch (operator) {
        case "NOT_HAS_PROPERTY" -> hit.property(name).isEmpty();
        case "HAS_PROPERTY" -> hit.property(name).isPresent();
        case "EQ" -> isSame(hit);
        case "GT" -> hit.property(name).isPresent() && hit.number(name) > number;
        case "GTE" -> hit.property(name).isPresent() && hit.number(name) >= number;
        case "LT" -> hit.property(name).isPresent() && hit.number(name) < number;
        case "LTE" -> hit.property(name).isPresent() && hit.number(name) <= number;
        default -> throw new IllegalArgumentException("the fake does not know " + operator);
      };
    }

    private boolean isSame(Hit hit) {
      return name.equals("lastmodifieddate")
          ? hit.number(name) == number
          : hit.property(name).filter(value::equalsIgnoreCase).isPresent();
    }
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }
}
