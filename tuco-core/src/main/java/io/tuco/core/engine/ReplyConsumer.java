package io.tuco.core.engine;

import io.tuco.core.message.Message;
import java.time.Instant;

/**
 * Is given every reply once it is stored. It must be able to be given the same one again: after a
 * crash it is, until it has come to its end once.
 */
@FunctionalInterface
public interface ReplyConsumer {

  /**
   * @param inbound as it is stored; never what was said in a group
   */
  void take(Message inbound, Instant now);

  /** Both, this one first. */
  default ReplyConsumer then(ReplyConsumer next) {
    return (inbound, now) -> {
      take(inbound, now);
      next.take(inbound, now);
    };
  }
}
