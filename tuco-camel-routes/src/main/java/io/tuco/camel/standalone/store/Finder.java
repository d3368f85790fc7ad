package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Answers the queries of one collection: plans, searches and, where it must, sorts. */
final class Finder {

  private static final String NATURAL = "$natural";

  private final Planner planner;
  private final OrderedIndex natural;
  private final Records records;
  private final Examined examined;

  Finder(Planner planner, OrderedIndex natural, Records records, Examined examined) {
    this.planner = planner;
    this.natural = natural;
    this.records = records;
    this.examined = examined;
  }

  /**
   * The matches in order.
   *
   * @param limit 0 or less for all
   */
  Stream<Found> find(Document filter, @Nullable Document sort, int skip, int limit) {
    Stream<Found> found = ordered(filter, sort, skip, limit);
    Stream<Found> rest = skip > 0 ? found.skip(skip) : found;
    return limit > 0 ? rest.limit(limit) : rest;
  }

  /** How many match; counts keys alone where these say all that the filter says. */
  long count(Document filter, int skip, int limit) {
    Plan plan = planner.plan(Conditions.of(filter), List.of());
    Iterator<?> matches =
        plan.exact() ? new KeyScan(plan, examined) : new Search(filter, plan, records, examined);
    long most = limit > 0 ? (long) skip + limit : Long.MAX_VALUE;
    long count = 0;
    while (count < most && matches.hasNext()) {
      matches.next();
      count++;
    }
    return Math.max(0, count - skip);
  }

  private Stream<Found> ordered(Document filter, @Nullable Document sort, int skip, int limit) {
    if (sort != null && sort.containsKey(NATURAL)) {
      boolean reversed = ((Number) sort.get(NATURAL)).intValue() < 0;
      return search(filter, Plan.everything(natural, reversed, true, false));
    }
    List<IndexField> order = IndexField.ofSort(sort);
    Plan plan = planner.plan(Conditions.of(filter), order);
    if (plan.ordered()) {
      return search(filter, plan);
    }
    int most = limit > 0 ? skip + limit : 0;
    return Sorted.positions(new Search(filter, plan, records, examined), order, most).stream()
        .flatMap(position -> reread(position).stream());
  }

  private Optional<Found> reread(long position) {
    byte[] bytes = records.read(position);
    return bytes == null
        ? Optional.empty()
        : Optional.of(new Found(position, Bson.decode(bytes), bytes.length));
  }

  private Stream<Found> search(Document filter, Plan plan) {
    Iterator<Found> matches = new Search(filter, plan, records, examined);
    Iterable<Found> once = () -> matches;
    return StreamSupport.stream(once.spliterator(), false);
  }
}
