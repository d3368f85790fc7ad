package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline begins with that is a query: {@code $match}, {@code $sort}, {@code $skip} and
 * {@code $limit}, in this order and each at most once.
 *
 * @param rest the other stages
 */
record PipelineHead(
    Document filter, @Nullable Document sort, int skip, int limit, List<Document> rest) {

  static PipelineHead of(List<Document> pipeline) {
    List<Document> rest = pipeline;
    Document filter = (Document) valueOf("$match", rest);
    rest = after(filter, rest);
    Document sort = (Document) valueOf("$sort", rest);
    rest = after(sort, rest);
    Number skip = (Number) valueOf("$skip", rest);
    rest = after(skip, rest);
    Number limit = (Number) valueOf("$limit", rest);
    rest = after(limit, rest);
    return new PipelineHead(
        filter == null ? new Document() : filter,
        sort,
        skip == null ? 0 : skip.intValue(),
        limit == null ? 0 : limit.intValue(),
        rest);
  }

  private static @Nullable Object valueOf(String stage, List<Document> pipeline) {
    return pipeline.isEmpty() ? null : pipeline.get(0).get(stage);
  }

  private static List<Document> after(@Nullable Object taken, List<Document> pipeline) {
    return taken == null ? pipeline : pipeline.subList(1, pipeline.size());
  }

  /** Whether the rest is one group of everything, and all that it does is to add up ones. */
  boolean isCount() {
    return rest.size() == 1
        && rest.get(0).get("$group") instanceof Document group
        && group.size() == 2
        && !(group.get("_id") instanceof Document)
        && !(group.get("_id") instanceof String)
        && sum(group) != null;
  }

  /** What such a group answers. */
  Document counted(long count) {
    Document group = (Document) rest.get(0).get("$group");
    Object number = count == (int) count ? (Object) (int) count : count;
    return new Document("_id", group.get("_id")).append(sum(group), number);
  }

  private static @Nullable String sum(Document group) {
    for (Map.Entry<String, Object> field : group.entrySet()) {
      boolean counts =
          field.getValue() instanceof Document sum
              && sum.size() == 1
              && Integer.valueOf(1).equals(sum.get("$sum"));
      if (counts && !field.getKey().equals("_id")) {
        return field.getKey();
      }
    }
    return null;
  }
}
