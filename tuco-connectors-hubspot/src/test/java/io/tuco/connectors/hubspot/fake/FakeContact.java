package io.tuco.connectors.hubspot.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.address.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A contact: what it is now, and what a search knows of it, which is older. */
final class FakeContact {

  /** What it was from then on. */
  record Version(Instant at, Map<String, String> properties) {}

  private final long id;
  private final Instant createdAt;
  private final Deque<Version> versions = new ArrayDeque<>();
  private boolean archived;

  FakeContact(long id, Map<String, String> properties, Instant now) {
    this.id = id;
    this.createdAt = now;
    versions.addLast(new Version(now, stamped(properties, now)));
  }

  long id() {
    return id;
  }

  boolean isArchived() {
    return archived;
  }

  void archive() {
    archived = true;
  }

  Map<String, String> now() {
    return versions.getLast().properties;
  }

  Optional<String> property(String name) {
    return Optional.ofNullable(now().get(name));
  }

  /** What a search knows; empty when it does not know the contact yet. */
  Optional<Version> indexed(Instant now, Duration lag) {
    var until = now.minus(lag);
    while (versions.size() > 1 && !second().at.isAfter(until)) {
      versions.removeFirst();
    }
    return Optional.of(versions.getFirst()).filter(version -> !version.at.isAfter(until));
  }

  private Version second() {
    return versions.stream().skip(1).findFirst().orElseThrow();
  }

  /** An empty value takes the property away. */
  void change(Map<String, String> changes, Instant now) {
    var properties = new LinkedHashMap<>(now());
    properties.putAll(changes);
    properties.values().removeIf(String::isEmpty);
    versions.addLast(new Version(now, stamped(properties, now)));
  }

  private Map<String, String> stamped(Map<String, String> given, Instant now) {
    var properties = new LinkedHashMap<>(given);
    properties.values().removeIf(String::isEmpty);
    properties.put("hs_object_id", String.valueOf(id));
    properties.put("createdate", createdAt.toString());
    properties.put("lastmodifieddate", Instant.ofEpochMilli(now.toEpochMilli()).toString());
    calculate(properties, "phone", "hs_searchable_calculated_phone_number");
    calculate(properties, "mobilephone", "hs_searchable_calculated_mobile_number");
    return Map.copyOf(properties);
  }

  private static void calculate(Map<String, String> properties, String from, String to) {
    properties.remove(to);
    Optional.ofNullable(properties.get(from))
        .map(FakeContact::national)
        .filter(Predicate.not(String::isEmpty))
        .ifPresent(digits -> properties.put(to, digits));
  }

  /** The digits without country code and without the zero that stands for it at home. */
  private static String national(String raw) {
    var digits = raw.replaceAll("[^0-9+]", "");
    for (var length = 2; digits.startsWith("+") && length <= 4; length++) {
      var code = digits.substring(0, Math.min(length, digits.length()));
      if (PhoneNumber.regionOf(code).isPresent()) {
        return digits.substring(code.length());
      }
    }
    return digits.replaceFirst("^0+", "");
  }

  /** As HubSpot writes it; a property that is asked for and not set is null. */
  ObjectNode record(Map<String, String> properties, Collection<String> wanted) {
    var record = Json.object().put("id", String.valueOf(id));
    var shown = record.putObject("properties");
    for (var always : new String[] {"createdate", "hs_object_id", "lastmodifieddate"}) {
      shown.put(always, properties.get(always));
    }
    wanted.forEach(name -> shown.put(name, properties.get(name)));
    return record
        .put("createdAt", createdAt.toString())
        .put("updatedAt", properties.get("lastmodifieddate"))
        .put("archived", archived);
  }
}
