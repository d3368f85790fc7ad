package io.tuco.core.engine;

import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.Message;
import java.util.Optional;

/**
 * A waiting message as it was read with others of its queue.
 *
 * @param lead its lead at that time
 * @param firstTouch whether its line had never reached out to the person
 */
record QueueHead(Message message, Optional<Lead> lead, boolean firstTouch) {

  boolean isOf(DispatchCommand.Met met) {
    return message.origin().lineId().filter(met.lineId()::equals).isPresent()
        && message.origin().leadId().filter(met.leadId()::equals).isPresent();
  }

  QueueHead known() {
    return new QueueHead(message, lead, false);
  }
}
