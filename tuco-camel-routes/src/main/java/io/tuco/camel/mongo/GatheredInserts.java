package io.tuco.camel.mongo;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bson.Document;

/** Inserts of one collection, those that come together in one command. Thread-safe. */
final class GatheredInserts {

  private final Gathering<Document, Boolean> gathering;

  /**
   * @param insert inserts each document that is not there, in one command; answers the places of
   *     those that were
   */
  GatheredInserts(Function<List<Document>, Set<Integer>> insert) {
    gathering = new Gathering<>(documents -> inserted(documents.size(), insert.apply(documents)));
  }

  /** False when a document of this {@code _id} exists. */
  boolean insertIfAbsent(Document document) {
    return gathering.ask(document);
  }

  private static List<Boolean> inserted(int all, Set<Integer> present) {
    return IntStream.range(0, all).mapToObj(place -> !present.contains(place)).toList();
  }
}
