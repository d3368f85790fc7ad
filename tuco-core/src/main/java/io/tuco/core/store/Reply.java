package io.tuco.core.store;

import io.tuco.core.message.Message;
import java.util.List;

/**
 * A reply together with the talk it belongs to.
 *
 * @param message what the person wrote
 * @param recent the latest replies of the person up to this one, it included, newest first
 * @param parents what had been sent to the person by then, newest first
 */
public record Reply(Message message, List<Message> recent, List<Message> parents) {

  /** So many of each at most. */
  public static final int MOST = 10;

  public Reply {
    recent = List.copyOf(recent);
    parents = List.copyOf(parents);
  }
}
