package io.tuco.camel.bench;

import com.mongodb.client.MongoDatabase;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;

/**
 * Fills a store with what one accept has stored, over and over, each time for another person, under
 * other ids and on the next line. It knows no field of any document: it copies whatever appeared,
 * and puts other words where the accept's own stand.
 */
final class DocumentCopies {

  private static final int BATCH = 1_000;
  private static final String OBJECT_ID = "[0-9a-f]{24}";

  /** Beside the time of an id and above its counter, so that no id of the product is met. */
  private static final BigInteger ELSEWHERE = BigInteger.ONE.shiftLeft(40);

  /** What the accept was about. */
  record Accepted(String person, String line, String device) {}

  private final Map<String, List<Document>> templates = new TreeMap<>();
  private final List<String> ids = new ArrayList<>();
  private final Accepted accepted;

  private DocumentCopies(Accepted accepted) {
    this.accepted = accepted;
  }

  /** The ids of everything that is stored now. */
  static Map<String, Set<Object>> seen(MongoDatabase database) {
    var seen = new HashMap<String, Set<Object>>();
    for (var name : database.listCollectionNames()) {
      var known = seen.computeIfAbsent(name, absent -> new HashSet<>());
      database.getCollection(name).find().forEach(found -> known.add(found.get("_id")));
    }
    return seen;
  }

  /** Copies of what was not there {@code before}. */
  static DocumentCopies of(
      MongoDatabase database, Map<String, Set<Object>> before, Accepted accepted) {
    var copies = new DocumentCopies(accepted);
    for (var name : database.listCollectionNames()) {
      var known = before.getOrDefault(name, Set.of());
      for (var found : database.getCollection(name).find()) {
        if (!known.contains(found.get("_id"))) {
          copies.templates.computeIfAbsent(name, absent -> new ArrayList<>()).add(found);
        }
      }
    }
    copies.noteIds();
    return copies;
  }

  /** An id made of another's, of the person or of the line follows from it. */
  private void noteIds() {
    var found =
        templates.values().stream()
            .flatMap(List::stream)
            .map(document -> document.get("_id").toString())
            .toList();
    found.stream()
        .filter(id -> !id.contains(accepted.person()))
        .filter(id -> !id.contains(accepted.line()) && !id.contains(accepted.device()))
        .filter(id -> found.stream().noneMatch(part -> !part.equals(id) && id.contains(part)))
        .forEach(ids::add);
  }

  /** How many documents an accept makes, by collection. */
  Map<String, Integer> shape() {
    var shape = new TreeMap<String, Integer>();
    templates.forEach((name, documents) -> shape.put(name, documents.size()));
    return shape;
  }

  /**
   * Inserts copies number {@code from} to {@code to}, the latter excluded.
   *
   * @param dates what stands in the place of which instant
   */
  void insert(MongoDatabase database, Fleet fleet, int from, int to, Map<Instant, Instant> dates) {
    var replaced = new HashMap<Date, Date>();
    dates.forEach((was, is) -> replaced.put(Date.from(was), Date.from(is)));
    for (var start = from; start < to; start += BATCH) {
      for (var entry : templates.entrySet()) {
        var batch = new ArrayList<Document>();
        for (var number = start; number < Math.min(to, start + BATCH); number++) {
          var words = words(fleet, number);
          entry.getValue().forEach(each -> batch.add(copy(each, words, replaced)));
        }
        database.getCollection(entry.getKey()).insertMany(batch);
      }
    }
  }

  private Map<String, String> words(Fleet fleet, int number) {
    var place = number % fleet.lines().size();
    var words = new LinkedHashMap<String, String>();
    ids.forEach(id -> words.put(id, another(id, number)));
    words.put(accepted.person(), Fleet.person(number));
    words.put(accepted.line(), fleet.lines().get(place));
    words.put(accepted.device(), fleet.devices().get(place));
    return words;
  }

  private static String another(String id, int number) {
    return id.matches(OBJECT_ID)
        ? String.format(
            Locale.ROOT,
            "%024x",
            new BigInteger(id, 16).add(ELSEWHERE).add(BigInteger.valueOf(number)))
        : id + "-" + number;
  }

  private static Document copy(
      Document document, Map<String, String> words, Map<Date, Date> dates) {
    var copy = new Document();
    document.forEach((field, value) -> copy.put(field, value(value, words, dates)));
    return copy;
  }

  private static Object value(Object value, Map<String, String> words, Map<Date, Date> dates) {
    if (value instanceof Document part) {
      return copy(part, words, dates);
    }
    if (value instanceof List<?> items) {
      return items.stream().map(item -> value(item, words, dates)).toList();
    }
    if (value instanceof String text) {
      return said(text, words);
    }
    return value instanceof Date date ? dates.getOrDefault(date, date) : value;
  }

  private static String said(String text, Map<String, String> words) {
    var said = text;
    for (var word : words.entrySet()) {
      said = said.replace(word.getKey(), word.getValue());
    }
    return said;
  }
}
