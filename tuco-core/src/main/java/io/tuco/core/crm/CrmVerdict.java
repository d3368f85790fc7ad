package io.tuco.core.crm;

import java.time.Duration;
import java.time.Instant;

/** What an answer means to the transport, before the dialogue hears of it. */
public sealed interface CrmVerdict {

  /** The dialogue's to judge, whether success or refusal. */
  record Pass() implements CrmVerdict {}

  /** The token may have expired: refresh it and ask once more. */
  record Expired() implements CrmVerdict {}

  /** Nothing happened; ask again after this pause. */
  record Wait(Duration pause) implements CrmVerdict {}

  /** Nothing happened, and nothing will before this instant: a day's limit is used up. */
  record Closed(Instant until, String reason) implements CrmVerdict {}

  /**
   * The CRM failed. Repeatable calls are repeated with growing pauses; others are the dialogue's,
   * which must look first.
   */
  record Failing() implements CrmVerdict {}
}
