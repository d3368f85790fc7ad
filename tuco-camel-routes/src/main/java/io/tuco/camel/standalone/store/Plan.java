package io.tuco.camel.standalone.store;

import java.util.List;

/**
 * How to find the documents of a query: which index, which of its keys, and in which direction.
 *
 * @param ranges the keys to read; a document that matches has one of them
 * @param reversed whether to read from the last key to the first
 * @param ordered whether the documents then come in the order that was asked for
 * @param narrowness how much of the index the ranges cut away, for comparing plans
 * @param exact whether each key in the ranges stands for one matching document
 */
record Plan(
    OrderedIndex index,
    List<KeyRange> ranges,
    boolean reversed,
    boolean ordered,
    int narrowness,
    boolean exact) {

  static Plan everything(OrderedIndex natural, boolean reversed, boolean ordered, boolean exact) {
    return new Plan(natural, List.of(KeyRange.ALL), reversed, ordered, 0, exact);
  }

  /** A plan that neither narrows nor orders is no better than reading everything. */
  boolean isUseful(boolean sorting) {
    return narrowness > 0 || sorting && ordered;
  }
}
