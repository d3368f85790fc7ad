package io.tuco.camel.http.admin;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.line.Line;

/** A line that is made or changed, on its way through its route. */
sealed interface LineCall {

  /** Nothing was stored. */
  record Refused(HttpAnswer answer) implements LineCall {}

  /**
   * The line is stored.
   *
   * @param status what it is answered with
   * @param isUnproved whether its account is to be probed before that
   */
  record Stored(int status, Line line, boolean isUnproved) implements LineCall {}

  default boolean isToBeProbed() {
    return this instanceof Stored stored && stored.isUnproved();
  }
}
