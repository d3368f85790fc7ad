package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * {@code aggregate}: what the pipeline begins with that is a query is answered by the planner, the
 * rest by the server's own stages. A pipeline that only counts, as the driver's {@code
 * countDocuments} sends it, is a count.
 */
final class AggregateCommand {

  private static final int FIRST_BATCH = 101;

  private final StoredDatabase database;
  private final DatabaseResolver resolver;
  private final Oplog oplog;

  AggregateCommand(StoredDatabase database, DatabaseResolver resolver, Oplog oplog) {
    this.database = database;
    this.resolver = resolver;
    this.oplog = oplog;
  }

  Document run(Document command) {
    String name = command.get("aggregate").toString();
    StoredCollection collection = database.find(name);
    PipelineHead head = PipelineHead.of(Aggregation.parse(command.get("pipeline")));
    Aggregation rest = Aggregation.fromPipeline(head.rest(), resolver, database, collection, oplog);
    rest.validate(new Document("cursor", new Document()));
    return collection == null
        ? answer(name, List.of(), 0L)
        : answer(name, batchSize(command), results(collection, head, rest).iterator());
  }

  private static Stream<Document> results(
      StoredCollection collection, PipelineHead head, Aggregation rest) {
    Finder finder = collection.finder();
    if (head.isCount()) {
      long count = finder.count(head.filter(), head.skip(), head.limit());
      return count == 0 ? Stream.empty() : Stream.of(head.counted(count));
    }
    Stream<Document> matches =
        finder.find(head.filter(), head.sort(), head.skip(), head.limit()).map(Found::document);
    return head.rest().isEmpty() ? matches : rest.runStages(matches).stream();
  }

  private Document answer(String name, int batchSize, Iterator<Document> results) {
    long id = database.cursors().generateCursorId();
    QueryResult first =
        new BatchCursor(id, foundIn(results), UnaryOperator.identity())
            .begin(batchSize, database.cursors());
    return answer(name, first.collectDocuments(), first.getCursorId());
  }

  private static Iterator<Found> foundIn(Iterator<Document> results) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return results.hasNext();
      }

      @Override
      public Found next() {
        return new Found(0, results.next(), 0);
      }
    };
  }

  private Document answer(String name, List<Document> firstBatch, long cursor) {
    Document batch =
        new Document("id", cursor)
            .append("ns", database.namespace(name))
            .append("firstBatch", firstBatch);
    Document answer = new Document("cursor", batch);
    Utils.markOkay(answer);
    return answer;
  }

  private static int batchSize(Document command) {
    Document cursor = (Document) command.getOrDefault("cursor", new Document());
    return ((Number) cursor.getOrDefault("batchSize", FIRST_BATCH)).intValue();
  }
}
