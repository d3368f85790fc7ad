package io.tuco.camel.standalone.simulator;

import java.util.ArrayDeque;
import java.util.List;

/** The latest requests; older ones are in the log only. */
final class RequestList {

  static final int KEPT = 10_000;

  private final ArrayDeque<RequestRecord> latest = new ArrayDeque<>();

  void add(RequestRecord request) {
    if (latest.size() == KEPT) {
      latest.removeFirst();
    }
    latest.addLast(request);
  }

  /** Oldest first. */
  List<RequestRecord> all() {
    return List.copyOf(latest);
  }
}
