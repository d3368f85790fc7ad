package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code createIndexes} and {@code dropIndexes}. Refuses what would be kept only by name, such as a
 * partial index; {@code expireAfterSeconds} is accepted and has no effect.
 */
final class IndexCommands {

  private static final int CANNOT_CREATE = 67;
  private static final int CONFLICT = 86;
  private static final List<String> UNKNOWN_OPTIONS =
      List.of("partialFilterExpression", "collation", "wildcardProjection", "weights");

  private final StoredDatabase database;

  IndexCommands(StoredDatabase database) {
    this.database = database;
  }

  Document create(Document command) {
    String collection = (String) command.get("createIndexes");
    List<?> descriptions = (List<?>) command.get("indexes");
    descriptions.forEach(each -> refuseUnknown((Document) each));
    int before = descriptions(collection).size();
    database.findOrCreate(collection);
    descriptions.forEach(each -> create(collection, (Document) each));
    return answer(
        new Document("numIndexesBefore", before)
            .append("numIndexesAfter", descriptions(collection).size()));
  }

  private void create(String collection, Document description) {
    Document existing = named(collection, description.get("name"));
    if (existing == null) {
      description.put("ns", database.namespace(collection));
      database.addIndex(description);
    } else if (!isSame(existing, description)) {
      throw new MongoServerError(
          CONFLICT,
          "IndexKeySpecsConflict",
          "An index named " + description.get("name") + " exists with other keys or options");
    }
  }

  private static boolean isSame(Document existing, Document description) {
    return Objects.equals(numbers(existing), numbers(description))
        && sameFlag("unique", existing, description)
        && sameFlag("sparse", existing, description);
  }

  /** Keys and directions as text: 1, 1L and 1.0 are the same direction. */
  private static List<String> numbers(Document description) {
    return ((Document) description.get("key"))
        .entrySet().stream()
            .map(key -> key.getKey() + ((Number) key.getValue()).intValue())
            .toList();
  }

  private static boolean sameFlag(String flag, Document one, Document other) {
    return Utils.isTrue(one.get(flag)) == Utils.isTrue(other.get(flag));
  }

  private static void refuseUnknown(Document description) {
    for (String option : UNKNOWN_OPTIONS) {
      if (description.containsKey(option)) {
        throw refusal("the option " + option);
      }
    }
    for (var key : ((Document) description.get("key")).entrySet()) {
      if (!(key.getValue() instanceof Number) || key.getKey().contains("$")) {
        throw refusal("an index of the kind " + key.getKey() + ": " + key.getValue());
      }
    }
  }

  private static MongoServerError refusal(String what) {
    return new MongoServerError(
        CANNOT_CREATE, "CannotCreateIndex", "The embedded store does not have " + what);
  }

  Document drop(Document command) {
    String collection = (String) command.get("dropIndexes");
    StoredCollection stored = database.find(collection);
    if (stored != null) {
      Object wanted = command.get("index");
      List<Document> chosen =
          descriptions(collection).stream().filter(each -> isChosen(each, wanted)).toList();
      if (chosen.isEmpty() && !"*".equals(wanted)) {
        throw new IndexNotFoundException("index not found with name [" + wanted + "]");
      }
      chosen.forEach(each -> drop(stored, each));
    }
    return answer(new Document());
  }

  private void drop(StoredCollection collection, Document description) {
    String name = (String) description.get("name");
    collection.dropIndex(name);
    Document selector = new Document("ns", collection.getFullName()).append("name", name);
    database.indexDescriptions().deleteDocuments(selector, 0);
  }

  private static boolean isChosen(Document description, @Nullable Object wanted) {
    Document key = (Document) description.get("key");
    if (key.keySet().equals(Set.of("_id"))) {
      return false;
    }
    return "*".equals(wanted)
        || description.get("name").equals(wanted)
        || wanted instanceof List<?> names && names.contains(description.get("name"))
        || key.equals(wanted);
  }

  private @Nullable Document named(String collection, @Nullable Object name) {
    return descriptions(collection).stream()
        .filter(each -> Objects.equals(each.get("name"), name))
        .findFirst()
        .orElse(null);
  }

  private List<Document> descriptions(String collection) {
    Document selector = new Document("ns", database.namespace(collection));
    return database.indexDescriptions().handleQueryAsStream(selector).toList();
  }

  private static Document answer(Document answer) {
    Utils.markOkay(answer);
    return answer;
  }
}
