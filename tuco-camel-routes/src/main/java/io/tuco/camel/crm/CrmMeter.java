package io.tuco.camel.crm;

import io.tuco.core.crm.CrmCounts;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what this node has said to each CRM since it started. Thread-safe. */
final class CrmMeter {

  private static final class Row {
    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder putOff = new LongAdder();
    private final LongAdder refreshes = new LongAdder();
    private final LongAdder millis = new LongAdder();
  }

  private final Map<String, Row> rows = new ConcurrentHashMap<>();

  void called(String crm, Duration took, boolean failed) {
    var row = row(crm);
    row.calls.increment();
    row.millis.add(took.toMillis());
    if (failed) {
      row.failures.increment();
    }
  }

  void putOff(String crm) {
    row(crm).putOff.increment();
  }

  void refreshed(String crm) {
    row(crm).refreshes.increment();
  }

  /** By the CRM's name; those that nothing was said to are left out. */
  Map<String, CrmCounts> counts() {
    var counts = new TreeMap<String, CrmCounts>();
    rows.forEach((crm, row) -> counts.put(crm, counts(row)));
    return counts;
  }

  private static CrmCounts counts(Row row) {
    var calls = row.calls.sum();
    return new CrmCounts(
        calls,
        row.failures.sum(),
        row.putOff.sum(),
        row.refreshes.sum(),
        calls == 0 ? 0 : row.millis.sum() / calls);
  }

  private Row row(String crm) {
    return rows.computeIfAbsent(crm, any -> new Row());
  }
}
