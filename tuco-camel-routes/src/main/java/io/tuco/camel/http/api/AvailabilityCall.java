package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.engine.LookUpResult;
import io.tuco.core.engine.LookUpSeries;
import java.util.List;
import java.util.function.Function;

/** An availability call on its way through its route. */
sealed interface AvailabilityCall {

  /** Answered without a look-up. */
  record Ended(HttpAnswer answer) implements AvailabilityCall {}

  /** Answered; the look-ups are made in the background. */
  record Begun(HttpAnswer answer) implements AvailabilityCall {}

  /**
   * To be looked up, and answered after that.
   *
   * @param judge makes the answer of what came of each, in the series' order
   */
  record Asking(LookUpSeries series, Function<List<LookUpResult>, HttpAnswer> judge)
      implements AvailabilityCall {}

  default boolean isAsking() {
    return this instanceof Asking;
  }

  default boolean isBegun() {
    return this instanceof Begun;
  }

  default HttpAnswer answer() {
    if (this instanceof Asking asking) {
      return asking.judge().apply(asking.series().results());
    }
    return this instanceof Begun begun ? begun.answer() : ((Ended) this).answer();
  }
}
