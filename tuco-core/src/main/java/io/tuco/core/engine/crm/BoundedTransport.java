package io.tuco.core.engine.crm;

import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmTransport;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * A transport that begins no call after its time: by then somebody else may have taken over, and
 * what two do at once may be done twice.
 */
record BoundedTransport(CrmTransport behind, Instant until, Clock clock) implements CrmTransport {

  @Override
  public void carry(CrmCall call, Consumer<CrmAnswer> answered) {
    if (clock.instant().isBefore(until)) {
      behind.carry(call, answered);
    } else {
      answered.accept(new CrmAnswer.Silent(true, "The CRM took longer than the turn lasts"));
    }
  }
}
