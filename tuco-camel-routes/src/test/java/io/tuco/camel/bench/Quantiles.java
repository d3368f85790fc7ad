package io.tuco.camel.bench;

import java.util.Arrays;
import java.util.Collection;

/** Sorted figures, exact: there are few enough to keep them all. */
record Quantiles(double[] sorted) {

  static Quantiles of(Collection<Double> figures) {
    var sorted = figures.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return new Quantiles(sorted);
  }

  /** The least figure that {@code share} of all do not exceed; NaN when there is none. */
  double at(double share) {
    var place = (int) Math.ceil(share * sorted.length) - 1;
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, place)];
  }

  double median() {
    return at(0.5);
  }

  int size() {
    return sorted.length;
  }
}
