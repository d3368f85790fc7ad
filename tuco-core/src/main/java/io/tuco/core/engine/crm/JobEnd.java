package io.tuco.core.engine.crm;

import io.tuco.core.crm.CrmFailure;
import java.time.Instant;
import java.util.Optional;

/** How one try at a job ended. */
sealed interface JobEnd {

  /** It is done; what it made in the CRM, where that has an id. */
  record Done(Optional<String> recordId) implements JobEnd {}

  /** There is nothing to do any more. */
  record Dropped(String why) implements JobEnd {}

  /** It was not begun: it is not its turn yet. */
  record NotYet(Instant due) implements JobEnd {}

  record Failed(CrmFailure failure) implements JobEnd {}

  /** The contact it was about is not in the CRM any more: to be found or made anew. */
  record ContactGone() implements JobEnd {}

  static JobEnd done() {
    return new Done(Optional.empty());
  }
}
