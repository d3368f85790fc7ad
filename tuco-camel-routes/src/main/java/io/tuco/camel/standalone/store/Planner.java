package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.backend.Index;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Picks the index for a query: the narrowest one, and among equals the one that already stands in
 * the order that was asked for. Where that does not settle it, it looks how many keys each would
 * read, and stops looking soon.
 */
final class Planner {

  /** So many keys are read and sorted sooner than an ordered index is searched for them. */
  private static final int FEW = 200;

  private final OrderedIndex natural;
  private final List<? extends Index<Long>> indexes;
  private final Examined examined;

  Planner(OrderedIndex natural, List<? extends Index<Long>> indexes, Examined examined) {
    this.natural = natural;
    this.indexes = indexes;
    this.examined = examined;
  }

  Plan plan(Conditions conditions, List<IndexField> sort) {
    List<Plan> plans = useful(conditions, sort);
    int best = plans.stream().mapToInt(Plan::narrowness).max().orElse(0);
    List<Plan> narrowest = plans.stream().filter(plan -> plan.narrowness() == best).toList();
    List<Plan> ordered = plans.stream().filter(Plan::ordered).toList();
    if (plans.isEmpty()) {
      return Plan.everything(natural, false, sort.isEmpty(), conditions.areSaidBy(List.of()));
    }
    if (narrowest.size() == 1 && (ordered.isEmpty() || narrowest.get(0).ordered())) {
      return narrowest.get(0);
    }
    return settled(narrowest, ordered, sort.isEmpty());
  }

  private List<Plan> useful(Conditions conditions, List<IndexField> sort) {
    List<Plan> plans = new ArrayList<>();
    for (Index<Long> each : indexes) {
      OrderedIndex index = (OrderedIndex) each;
      if (!index.sparse() || index.fields().stream().anyMatch(f -> conditions.demands(f.name()))) {
        Plan plan = new PlanDraft(index, conditions, sort).plan();
        if (plan.isUseful(!sort.isEmpty())) {
          plans.add(plan);
        }
      }
    }
    return plans;
  }

  private Plan settled(List<Plan> narrowest, List<Plan> ordered, boolean unsorted) {
    Plan shortest = narrowest.get(0);
    int least = Integer.MAX_VALUE;
    for (Plan plan : narrowest) {
      int keys = keysUpTo(FEW, plan);
      if (keys < least || keys == least && plan.ordered() && !shortest.ordered()) {
        shortest = plan;
        least = keys;
      }
    }
    return least < FEW || unsorted || shortest.ordered() || ordered.isEmpty()
        ? shortest
        : narrowestOf(ordered);
  }

  private static Plan narrowestOf(List<Plan> plans) {
    Plan best = plans.get(0);
    for (Plan plan : plans) {
      best = plan.narrowness() > best.narrowness() ? plan : best;
    }
    return best;
  }

  private int keysUpTo(int limit, Plan plan) {
    Iterator<byte[]> keys = new KeyScan(plan, examined);
    int count = 0;
    while (count < limit && keys.hasNext()) {
      keys.next();
      count++;
    }
    return count;
  }
}
