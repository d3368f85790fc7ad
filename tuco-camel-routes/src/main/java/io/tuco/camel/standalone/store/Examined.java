package io.tuco.camel.standalone.store;

import java.util.concurrent.atomic.LongAdder;

/** How many index keys and documents queries have looked at: the cost of a plan, exactly. */
final class Examined {

  private final LongAdder keys = new LongAdder();
  private final LongAdder documents = new LongAdder();

  void key() {
    keys.increment();
  }

  void document() {
    documents.increment();
  }

  long keys() {
    return keys.sum();
  }

  long documents() {
    return documents.sum();
  }
}
