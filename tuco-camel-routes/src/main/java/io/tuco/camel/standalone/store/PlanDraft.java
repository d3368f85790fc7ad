package io.tuco.camel.standalone.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The plan one index offers for a query: values of its leading fields, then one range, and the
 * order of what is left.
 */
final class PlanDraft {

  /** Ranges of one plan, as from {@code $in} on two fields; beyond it the matcher decides. */
  private static final int MOST_RANGES = 1_000;

  private static final int ONE_EACH = Integer.MAX_VALUE;

  private final OrderedIndex index;
  private final Conditions conditions;
  private final boolean arrays;
  private final Set<String> constant = new HashSet<>();
  private final Set<String> used = new HashSet<>();
  private final int leading;
  private final @Nullable SortMatch order;

  PlanDraft(OrderedIndex index, Conditions conditions, List<IndexField> sort) {
    this.index = index;
    this.conditions = conditions;
    this.arrays = index.holdsArrays();
    this.leading = countLeading();
    this.order = arrays && !sort.isEmpty() ? null : matchOrder(sort);
  }

  Plan plan() {
    List<KeyRange> ranges = ranges();
    boolean exact = !arrays && conditions.areSaidBy(used);
    boolean reversed = order != null && order.reversed();
    boolean spanned = used.size() > leading;
    int narrowness = isOneEach() ? ONE_EACH : 2 * leading + (spanned ? 1 : 0);
    return new Plan(index, ranges, reversed, order != null, narrowness, exact);
  }

  /** Each range holds one document at most: no longer index that many share is narrower. */
  private boolean isOneEach() {
    return index.isUnique() && leading == index.fields().size();
  }

  private int countLeading() {
    int ranges = 1;
    int count = 0;
    for (IndexField field : index.fields()) {
      Bounds bounds = boundsOn(field);
      if (bounds == null || !bounds.isPoints() || ranges * bounds.points().size() > MOST_RANGES) {
        break;
      }
      ranges *= Math.max(1, bounds.points().size());
      count++;
      used.add(field.name());
    }
    return count;
  }

  private @Nullable SortMatch matchOrder(List<IndexField> sort) {
    for (IndexField field : index.fields()) {
      Bounds bounds = boundsOn(field);
      if (!arrays && bounds != null && bounds.isPoints() && bounds.points().size() == 1) {
        constant.add(field.name());
      }
    }
    return SortMatch.of(index.fields(), sort, leading, constant::contains);
  }

  private List<KeyRange> ranges() {
    List<KeyRange> ranges = List.of(new KeyRange(new byte[0], new byte[0], 0));
    for (int i = 0; i < leading; i++) {
      IndexField field = index.fields().get(i);
      ranges = extended(ranges, field, order != null && order.from() == i);
    }
    Bounds next = leading < index.fields().size() ? boundsOn(index.fields().get(leading)) : null;
    boolean orderStartsHere = order != null && order.from() >= leading;
    List<KeyRange> closed = new ArrayList<>(ranges.size());
    for (KeyRange prefix : ranges) {
      int offset = orderStartsHere ? prefix.from().length : prefix.orderedFrom();
      closed.add(closed(prefix.from(), next).mergedFrom(offset));
    }
    return closed;
  }

  private List<KeyRange> extended(List<KeyRange> prefixes, IndexField field, boolean orderStarts) {
    List<KeyRange> longer = new ArrayList<>();
    for (KeyRange prefix : prefixes) {
      int offset = orderStarts ? prefix.from().length : prefix.orderedFrom();
      for (byte[] point : boundsOn(field).points()) {
        byte[] encoded = field.ascending() ? point : KeyRange.inverse(point);
        byte[] key = KeyRange.joined(prefix.from(), encoded);
        longer.add(new KeyRange(key, key, offset));
      }
    }
    return longer;
  }

  private KeyRange closed(byte[] prefix, @Nullable Bounds next) {
    KeyRange range = next == null ? null : next.range();
    if (range == null) {
      return KeyRange.startingWith(prefix);
    }
    IndexField field = index.fields().get(leading);
    used.add(field.name());
    return (field.ascending() ? range : range.inverted()).behind(prefix);
  }

  private @Nullable Bounds boundsOn(IndexField field) {
    return field.path().isNumbered() ? null : conditions.on(field.name(), arrays);
  }
}
