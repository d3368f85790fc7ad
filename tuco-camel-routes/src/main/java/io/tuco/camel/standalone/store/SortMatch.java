package io.tuco.camel.standalone.store;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the keys of an index stand in the order of a sort.
 *
 * @param reversed whether they do so when read backwards
 * @param from the index field with which the ordered part begins
 */
record SortMatch(boolean reversed, int from) {

  /**
   * Walks both lists. A field with one value only orders nothing and is skipped in either; an index
   * field with several values may be skipped before the ordered part, as the ranges of these values
   * are then merged.
   *
   * @param leading how many fields of the index have given values
   * @param constant the fields that have one value only
   */
  static @Nullable SortMatch of(
      List<IndexField> index, List<IndexField> sort, int leading, Predicate<String> constant) {
    int from = -1;
    int i = 0;
    boolean reversed = false;
    for (IndexField wanted : sort) {
      if (constant.test(wanted.name())) {
        continue;
      }
      while (i < index.size()
          && !index.get(i).name().equals(wanted.name())
          && (constant.test(index.get(i).name()) || from < 0 && i < leading)) {
        i++;
      }
      if (i == index.size() || !index.get(i).name().equals(wanted.name())) {
        return null;
      }
      boolean against = index.get(i).ascending() != wanted.ascending();
      if (from >= 0 && against != reversed) {
        return null;
      }
      reversed = against;
      from = from < 0 ? i : from;
      i++;
    }
    return new SortMatch(reversed, from < 0 ? leading : from);
  }
}
