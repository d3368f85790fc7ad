package io.tuco.camel.mongo;

import static org.apache.camel.component.mongodb.MongoDbConstants.BULK_ORDERED;
import static org.apache.camel.component.mongodb.MongoDbConstants.CRITERIA;
import static org.apache.camel.component.mongodb.MongoDbConstants.FIELDS_PROJECTION;
import static org.apache.camel.component.mongodb.MongoDbConstants.LIMIT;
import static org.apache.camel.component.mongodb.MongoDbConstants.MULTIUPDATE;
import static org.apache.camel.component.mongodb.MongoDbConstants.NUM_TO_SKIP;
import static org.apache.camel.component.mongodb.MongoDbConstants.RETURN_DOCUMENT;
import static org.apache.camel.component.mongodb.MongoDbConstants.SORT_BY;
import static org.apache.camel.component.mongodb.MongoDbConstants.UPSERT;

import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.AggregateIterable;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import io.tuco.core.store.Asked;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.component.mongodb.MongoDbOperation;
import org.bson.Document;

/**
 * The commands one collection understands, typed. Each call is one command (a page is two; inserts
 * and finds by value that come together share one) and goes through a {@code mongodb:} endpoint,
 * where an embedder can see, trace and intercept it.
 *
 * <p>"It exists already" is an answer; whatever else the driver throws becomes a {@link
 * StoreException}. Thread-safe.
 */
final class MongoCollectionCalls {

  private static final String COUNT = "count";

  /** The one group that everything is in. */
  private static final Object ALL = 1;

  private final StoredCollection collection;
  private final MongoEndpoints endpoints;
  private final Gathering<Document, Boolean> inserts;

  MongoCollectionCalls(StoredCollection collection, MongoEndpoints endpoints) {
    this.collection = collection;
    this.endpoints = endpoints;
    this.inserts = new Gathering<>(this::insertEach);
  }

  void insert(Document document) {
    call(MongoDbOperation.insert, document, Map.of());
  }

  /** False when a document of this {@code _id} exists. */
  boolean insertIfAbsent(Document document) {
    return inserts.ask(document);
  }

  /** The same, to be fetched later; it may be stored as soon as somebody else inserts. */
  Asked<Boolean> askInsertIfAbsent(Document document) {
    return inserts.begin(document);
  }

  /** Inserts in order until one exists already; answers how many were inserted. */
  int insertUntilPresent(List<Document> documents) {
    return documents.size() == 1 ? insertIfAbsent(documents.get(0)) ? 1 : 0 : insertAll(documents);
  }

  /** Inserts those whose {@code _id} is new, in one command; answers of each whether it was. */
  List<Boolean> insertMissing(List<Document> documents) {
    return insertEach(documents);
  }

  Optional<Document> findById(String id) {
    return document(call(MongoDbOperation.findById, id, Map.of()));
  }

  List<Document> findByIds(Collection<String> ids) {
    return findAll(Question.about(new Document("_id", new Document("$in", List.copyOf(ids)))));
  }

  Optional<Document> findOne(Question question) {
    return document(call(MongoDbOperation.findOneByQuery, question.filter(), headersOf(question)));
  }

  List<Document> findAll(Question question) {
    return listed("findAll", find(question));
  }

  /** Finds by the values of a field, together with others who do so just now. */
  GatheredFinds by(String field) {
    return new GatheredFinds(field, filter -> findAll(Question.about(filter)), endpoints.senders());
  }

  /** The same of documents that have no more than this field. */
  GatheredFinds byOnly(String field) {
    var shown = new Document("_id", 0).append(field, 1);
    return new GatheredFinds(
        field, filter -> findAll(Question.about(filter).showing(shown)), endpoints.senders());
  }

  <T> Page<T> page(Question question, PageRequest request, Function<Document, T> read) {
    var part = findAll(question.from(request.offset()).upTo(request.limit()));
    var items = part.stream().map(read).collect(Collectors.toList());
    return new Page<>(items, request, count(question.filter()));
  }

  /** The same, unless one of the two commands takes longer than that. */
  <T> Optional<Page<T>> page(
      Question question, PageRequest request, Function<Document, T> read, Duration most) {
    var part = find(question.from(request.offset()).upTo(request.limit()));
    var count = grouped(question.filter(), ALL);
    part.maxTime(most.toMillis(), TimeUnit.MILLISECONDS);
    count.maxTime(most.toMillis(), TimeUnit.MILLISECONDS);
    return unlessLate(
        () -> {
          var items = listed("findAll", part).stream().map(read).collect(Collectors.toList());
          var counts = listed("aggregate", count).stream().mapToLong(MongoCollectionCalls::counted);
          return new Page<>(items, request, counts.sum());
        });
  }

  /** What comes out of the stages; the first is a {@code $match}. */
  List<Document> aggregate(List<Document> stages) {
    return listed("aggregate", aggregated(stages));
  }

  /** The same, unless it takes longer than that. */
  Optional<List<Document>> aggregate(List<Document> stages, Duration most) {
    var query = aggregated(stages);
    query.maxTime(most.toMillis(), TimeUnit.MILLISECONDS);
    return unlessLate(() -> listed("aggregate", query));
  }

  /** How many documents match for each value of the field. */
  Map<String, Long> countBy(String field, Document filter) {
    return listed("aggregate", grouped(filter, "$" + field)).stream()
        .collect(Collectors.toMap(group -> group.getString("_id"), MongoCollectionCalls::counted));
  }

  long count(Document filter) {
    return (Long) call(MongoDbOperation.count, filter, Map.of()).orElseThrow();
  }

  /** Whether a document matched. */
  boolean update(Document filter, Document update) {
    return updated(update, Map.of(CRITERIA, filter)).getMatchedCount() > 0;
  }

  /** The same update of one document for each filter, in one command; answers how many matched. */
  int updateEach(List<Document> filters, Document update) {
    return updatedEach(
        filters.stream()
            .map(filter -> new UpdateOneModel<Document>(filter, update))
            .collect(Collectors.toList()));
  }

  private int updatedEach(List<WriteModel<Document>> updates) {
    return call(MongoDbOperation.bulkWrite, updates, Map.of(BULK_ORDERED, false))
        .map(result -> ((BulkWriteResult) result).getMatchedCount())
        .orElseThrow();
  }

  /** An update of the one document that the filter finds. */
  record Targeted(Document filter, Document update) {}

  /** Several updates in one command, in any order; answers how many found their document. */
  int updateEach(List<Targeted> changes) {
    return updatedEach(
        changes.stream()
            .map(change -> new UpdateOneModel<Document>(change.filter(), change.update()))
            .collect(Collectors.toList()));
  }

  void updateOrInsert(Document filter, Document update) {
    updated(update, Map.of(CRITERIA, filter, UPSERT, true));
  }

  /** How many documents matched. */
  long updateAll(Document filter, Document update) {
    return updated(update, Map.of(CRITERIA, filter, MULTIUPDATE, true)).getMatchedCount();
  }

  /** The document as it is after the update; empty when none matched. */
  Optional<Document> findOneAndUpdate(Question question, Document update) {
    return findOneAndUpdate(question, update, Map.of());
  }

  /**
   * The same, and a document is made when none matched. Empty when none matched but one of this
   * {@code _id} exists.
   */
  Optional<Document> findOneAndUpsert(Document filter, Document update) {
    return unlessDuplicate(
            () -> findOneAndUpdate(Question.about(filter), update, Map.of(UPSERT, true)))
        .map(Document.class::cast);
  }

  /** How many were removed. */
  long remove(Document filter) {
    return ((DeleteResult) call(MongoDbOperation.remove, filter, Map.of()).orElseThrow())
        .getDeletedCount();
  }

  private FindIterable<?> find(Question question) {
    return call(MongoDbOperation.findAll, question.filter(), headersOf(question))
        .map(query -> (FindIterable<?>) query)
        .orElseThrow();
  }

  private AggregateIterable<?> grouped(Document filter, Object by) {
    var group = new Document("_id", by).append(COUNT, new Document("$sum", 1));
    return aggregated(List.of(new Document("$match", filter), new Document("$group", group)));
  }

  private AggregateIterable<?> aggregated(List<Document> stages) {
    return call(MongoDbOperation.aggregate, stages, Map.of())
        .map(query -> (AggregateIterable<?>) query)
        .orElseThrow();
  }

  private static long counted(Document group) {
    return ((Number) group.get(COUNT)).longValue();
  }

  private List<Document> listed(String operation, MongoIterable<?> query) {
    try {
      return query.map(Document.class::cast).into(new ArrayList<>());
    } catch (MongoException e) {
      throw StoreFailures.failure(operation, collection, e);
    }
  }

  private Optional<Document> findOneAndUpdate(
      Question question, Document update, Map<String, Object> more) {
    var headers = headersOf(question);
    headers.put(CRITERIA, question.filter());
    headers.put(RETURN_DOCUMENT, ReturnDocument.AFTER);
    headers.putAll(more);
    return document(call(MongoDbOperation.findOneAndUpdate, update, headers));
  }

  private UpdateResult updated(Document update, Map<String, Object> headers) {
    return (UpdateResult) call(MongoDbOperation.update, update, headers).orElseThrow();
  }

  /** Answers of each whether it was new. */
  private List<Boolean> insertEach(List<Document> documents) {
    if (documents.size() == 1) {
      var done = unlessDuplicate(() -> call(MongoDbOperation.insert, documents.get(0), Map.of()));
      return List.of(done.isPresent());
    }
    var present = presentAmong(documents);
    return IntStream.range(0, documents.size())
        .mapToObj(place -> !present.contains(place))
        .collect(Collectors.toList());
  }

  /** Inserts the others; answers the places of those that were there already. */
  private Set<Integer> presentAmong(List<Document> documents) {
    List<WriteModel<Document>> models =
        documents.stream().map(InsertOneModel::new).collect(Collectors.toList());
    try {
      endpoints.request(
          collection, MongoDbOperation.bulkWrite, models, Map.of(BULK_ORDERED, false));
      return Set.of();
    } catch (CamelExecutionException e) {
      return StoreFailures.onlyDuplicates(e)
          .map(bulk -> bulk.getWriteErrors().stream())
          .orElseThrow(() -> StoreFailures.failure("inserts", collection, e))
          .map(BulkWriteError::getIndex)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private int insertAll(List<Document> documents) {
    List<WriteModel<Document>> inserts =
        documents.stream().map(InsertOneModel::new).collect(Collectors.toList());
    try {
      endpoints.request(
          collection, MongoDbOperation.bulkWrite, inserts, Map.of(BULK_ORDERED, true));
      return documents.size();
    } catch (CamelExecutionException e) {
      return StoreFailures.onlyDuplicates(e)
          .map(bulk -> bulk.getWriteResult().getInsertedCount())
          .orElseThrow(() -> StoreFailures.failure("an insert of many", collection, e));
    }
  }

  private Optional<Object> call(
      MongoDbOperation operation, Object body, Map<String, Object> headers) {
    try {
      return endpoints.request(collection, operation, body, headers);
    } catch (CamelExecutionException e) {
      throw StoreFailures.failure(operation.name(), collection, e);
    }
  }

  private static Optional<Document> document(Optional<Object> body) {
    return body.map(Document.class::cast);
  }

  private static Map<String, Object> headersOf(Question question) {
    var headers = new HashMap<String, Object>();
    question.sort().ifPresent(sort -> headers.put(SORT_BY, sort));
    question.projection().ifPresent(fields -> headers.put(FIELDS_PROJECTION, fields));
    if (question.skip() > 0) {
      headers.put(NUM_TO_SKIP, question.skip());
    }
    if (question.limit() > 0) {
      headers.put(LIMIT, question.limit());
    }
    return headers;
  }

  private static <T> Optional<T> unlessLate(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (StoreException e) {
      if (StoreFailures.isTimeout(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static <T> Optional<T> unlessDuplicate(Supplier<Optional<T>> write) {
    try {
      return write.get();
    } catch (StoreException e) {
      if (StoreFailures.isDuplicateKey(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
