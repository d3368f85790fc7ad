package io.tuco.camel.http.api;

import io.tuco.core.message.Message;
import io.tuco.core.store.MessageArchive;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.MessagePlace;
import java.util.List;
import java.util.Optional;

/** Goes through a list of any length and remembers of it no more than a place. For one thread. */
final class MessageParts {

  /** So many are in memory at once. */
  static final int SIZE = 200;

  private final MessageArchive archive;
  private final String workspaceId;
  private final MessageFilter filter;
  private Optional<MessagePlace> place = Optional.empty();
  private boolean ended;

  MessageParts(MessageArchive archive, String workspaceId, MessageFilter filter) {
    this.archive = archive;
    this.workspaceId = workspaceId;
    this.filter = filter;
  }

  String workspaceId() {
    return workspaceId;
  }

  /** The next ones; none at the end. */
  List<Message> next() {
    if (ended) {
      return List.of();
    }
    var part = archive.after(workspaceId, filter, place, SIZE);
    ended = part.size() < SIZE;
    if (!part.isEmpty()) {
      place = Optional.of(MessagePlace.of(part.get(part.size() - 1)));
    }
    return part;
  }
}
