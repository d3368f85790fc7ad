package io.tuco.camel.mongo;

import io.tuco.core.store.Asked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Finds by the values of one field, those that are asked together in one command. A value tells its
 * workspace ({@code workspace:value}), so that nobody is answered with another's documents.
 * Thread-safe.
 */
final class GatheredFinds {

  /** Of one command: an index of workspace and value is searched for every pair of them. */
  private static final int MOST_PAIRS = 1_000;

  /** What is found belongs to many, who must not change it. */
  private record Wanted(Set<String> workspaceIds, Set<String> values) {

    static Wanted all(List<Wanted> asked) {
      return new Wanted(
          union(asked.stream().map(Wanted::workspaceIds)),
          union(asked.stream().map(Wanted::values)));
    }

    private static Set<String> union(Stream<Set<String>> sets) {
      return sets.flatMap(Set::stream).collect(Collectors.toSet());
    }

    int pairs() {
      return workspaceIds.size() * values.size();
    }

    Document filter(String field) {
      var filter = new Document();
      if (!workspaceIds.isEmpty()) {
        filter.append("workspaceId", in(workspaceIds));
      }
      return filter.append(field, in(values));
    }

    private static Document in(Set<String> values) {
      return new Document("$in", List.copyOf(values));
    }
  }

  private final String field;
  private final Function<Document, List<Document>> find;
  private final Gathering<Wanted, List<Document>> gathering;

  /**
   * @param field holds a text, or an array of them
   * @param find finds all documents of a filter, in one command
   * @param senders ask what is to be sent
   */
  GatheredFinds(String field, Function<Document, List<Document>> find, Executor senders) {
    this.field = field;
    this.find = find;
    this.gathering = new Gathering<>(this::findEach, senders);
  }

  /** The documents of the workspace that have one of the values. */
  List<Document> find(String workspaceId, Collection<String> values) {
    return ask(workspaceId, values).answer();
  }

  /** The documents that have one of the values, where these alone tell whose they are. */
  List<Document> find(Collection<String> values) {
    return ask(values).answer();
  }

  /** The same as {@link #find(String, Collection)}, to be fetched later. */
  Asked<List<Document>> ask(String workspaceId, Collection<String> values) {
    return ask(new Wanted(Set.of(workspaceId), Set.copyOf(values)));
  }

  /** The same as {@link #find(Collection)}, to be fetched later. */
  Asked<List<Document>> ask(Collection<String> values) {
    return ask(new Wanted(Set.of(), Set.copyOf(values)));
  }

  private Asked<List<Document>> ask(Wanted wanted) {
    return wanted.values().isEmpty() ? List::of : gathering.begin(wanted);
  }

  private List<List<Document>> findEach(List<Wanted> asked) {
    var all = Wanted.all(asked);
    if (asked.size() > 1 && all.pairs() > MOST_PAIRS) {
      var half = asked.size() / 2;
      var found = new ArrayList<>(findEach(asked.subList(0, half)));
      found.addAll(findEach(asked.subList(half, asked.size())));
      return found;
    }
    var found = byValue(find.apply(all.filter(field)));
    return asked.stream().map(each -> of(each, found)).toList();
  }

  private Map<String, List<Document>> byValue(List<Document> found) {
    var byValue = new HashMap<String, List<Document>>();
    for (var document : found) {
      for (var value : valuesOf(document)) {
        byValue.computeIfAbsent(value, absent -> new ArrayList<>()).add(document);
      }
    }
    return byValue;
  }

  private Collection<String> valuesOf(Document document) {
    return document.get(field) instanceof String text
        ? List.of(text)
        : new DocumentReader(document).texts(field);
  }

  private static List<Document> of(Wanted asked, Map<String, List<Document>> found) {
    Set<Document> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return asked.values().stream()
        .flatMap(value -> found.getOrDefault(value, List.of()).stream())
        .filter(seen::add)
        .toList();
  }
}
