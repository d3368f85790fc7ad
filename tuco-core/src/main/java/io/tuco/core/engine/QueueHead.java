package io.tuco.core.engine;

import io.tuco.core.lead.Lead;
import io.tuco.core.message.Message;
import java.util.Optional;

/**
 * A waiting message as it was read with others of its queue.
 *
 * @param lead its lead at that time
 * @param firstTouch whether its line had never reached out to the person
 */
record QueueHead(Message message, Optional<Lead> lead, boolean firstTouch) {}
