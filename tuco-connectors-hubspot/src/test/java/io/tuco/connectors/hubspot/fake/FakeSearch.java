package io.tuco.connectors.hubspot.fake;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.connectors.hubspot.fake.FakeContact.Version;
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

  private static final int DEEPEST = 10_000;

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
    var hits = new ArrayList<Hit>();
    for (var contact : contacts.all()) {
      if (!contact.isArchived()) {
        contact
            .indexed(now, lag)
            .map(version -> new Hit(contact, version))
            .filter(hit -> matches(request.path("filterGroups"), hit))
            .ifPresent(hits::add);
      }
    }
    var order = Comparator.<Hit>comparingLong(hit -> hit.number(by));
    var isDown = sort.path("direction").asText().equals("DESCENDING");
    hits.sort(isDown ? order.reversed() : order);
    return hits;
  }

  private static boolean matches(JsonNode groups, Hit hit) {
    if (groups.isEmpty()) {
      return true;
    }
    for (var group : groups) {
      var all = true;
      for (var filter : group.path("filters")) {
        all = all && holds(filter, hit);
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(JsonNode filter, Hit hit) {
    var name = filter.path("propertyName").asText();
    var wanted = filter.path("value").asText();
    return switch (filter.path("operator").asText()) {
      case "HAS_PROPERTY" -> hit.property(name).isPresent();
      case "NOT_HAS_PROPERTY" -> hit.property(name).isEmpty();
      case "EQ" -> isSame(hit, name, wanted);
      case "GT" -> hit.property(name).isPresent() && hit.number(name) > number(wanted);
      case "GTE" -> hit.property(name).isPresent() && hit.number(name) >= number(wanted);
      case "LT" -> hit.property(name).isPresent() && hit.number(name) < number(wanted);
      case "LTE" -> hit.property(name).isPresent() && hit.number(name) <= number(wanted);
      default -> throw new IllegalArgumentException("the fake does not know " + filter);
    };
  }

  private static boolean isSame(Hit hit, String name, String wanted) {
    return name.equals("lastmodifieddate")
        ? hit.number(name) == number(wanted)
        : hit.property(name).filter(wanted::equalsIgnoreCase).isPresent();
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  private static long number(String text) {
    return isNumber(text) ? Long.parseLong(text) : Instant.parse(text).toEpochMilli();
  }
}
