package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.InvalidNamespaceError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * {@code insert}, {@code update} and {@code delete} as MongoDB has them: an ordered batch stops at
 * its first error, an unordered one goes on, and either says how much it did.
 */
final class WriteCommands {

  private static final int UNKNOWN_ERROR = 8;

  private final StoredDatabase database;
  private final Oplog oplog;

  WriteCommands(StoredDatabase database, Oplog oplog) {
    this.database = database;
    this.oplog = oplog;
  }

  Document insert(Document command) {
    StoredCollection collection = collection(command, "insert");
    List<Document> documents = documents(command, "documents");
    boolean ordered = isOrdered(command);
    List<Document> errors = collection.insertDocuments(documents, ordered);
    int done =
        ordered && !errors.isEmpty()
            ? (Integer) errors.get(0).get("index")
            : documents.size() - errors.size();
    return answer(new Document("n", done), errors);
  }

  /**
   * Statement by statement.
   *
   * @param server the server's own command, which knows all operators but not when to stop
   */
  Document update(Document command, UnaryOperator<Document> server) {
    List<Document> upserted = new ArrayList<>();
    int[] counts = new int[2];
    List<Document> errors =
        each(
            documents(command, "updates"),
            isOrdered(command),
            (index, statement) -> {
              StoredDatabase.refusePipeline(statement.get("u"));
              Document result = server.apply(single(command, statement));
              counts[0] += (Integer) result.get("n");
              counts[1] += (Integer) result.get("nModified");
              upserted.addAll(at(index, documents(result, "upserted")));
              return at(index, documents(result, "writeErrors"));
            });
    Document answer = new Document("n", counts[0]).append("nModified", counts[1]);
    if (!upserted.isEmpty()) {
      answer.put("upserted", upserted);
    }
    return answer(answer, errors);
  }

  private static Document single(Document command, Document statement) {
    return new Document("update", command.get("update")).append("updates", List.of(statement));
  }

  private static List<Document> at(int index, List<Document> entries) {
    entries.forEach(entry -> entry.put("index", index));
    return entries;
  }

  Document delete(Document command) {
    StoredCollection collection = database.find(name(command, "delete"));
    int[] deleted = new int[1];
    List<Document> errors =
        each(
            documents(command, "deletes"),
            isOrdered(command),
            (index, statement) -> {
              int limit = ((Number) statement.getOrDefault("limit", 0)).intValue();
              Document selector = (Document) statement.get("q");
              deleted[0] +=
                  collection == null ? 0 : collection.deleteDocuments(selector, limit, oplog);
              return List.of();
            });
    return answer(new Document("n", deleted[0]), errors);
  }

  /** One statement of a batch; answers its errors. */
  @FunctionalInterface
  private interface Statement {
    List<Document> run(int index, Document statement);
  }

  private static List<Document> each(
      List<Document> statements, boolean ordered, Statement statement) {
    List<Document> errors = new ArrayList<>();
    for (int i = 0; i < statements.size() && !(ordered && !errors.isEmpty()); i++) {
      try {
        errors.addAll(statement.run(i, statements.get(i)));
      } catch (MongoServerException e) {
        errors.add(error(i, e));
      }
    }
    return errors;
  }

  private static Document error(int index, MongoServerException e) {
    Document error = new Document("index", index).append("errmsg", e.getMessageWithoutErrorCode());
    boolean coded = e instanceof MongoServerError;
    return error.append("code", coded ? ((MongoServerError) e).getCode() : UNKNOWN_ERROR);
  }

  private static Document answer(Document answer, List<Document> errors) {
    if (!errors.isEmpty()) {
      answer.put("writeErrors", errors);
    }
    Utils.markOkay(answer);
    return answer;
  }

  private StoredCollection collection(Document command, String verb) {
    return database.findOrCreate(name(command, verb));
  }

  private String name(Document command, String verb) {
    String name = (String) command.get(verb);
    if (name.startsWith("system.")) {
      throw new InvalidNamespaceError(database.namespace(name));
    }
    return name;
  }

  @SuppressWarnings("unchecked")
  private static List<Document> documents(Document command, String field) {
    return (List<Document>) command.getOrDefault(field, List.of());
  }

  private static boolean isOrdered(Document command) {
    return Utils.isTrue(command.getOrDefault("ordered", true));
  }
}
