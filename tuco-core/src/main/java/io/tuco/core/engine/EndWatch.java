package io.tuco.core.engine;

import io.tuco.core.message.Message;
import io.tuco.core.store.MessageStore;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tells those who wait for the end of a message (API contract, section 2.3). What this node records
 * is told at once; of what another node records, {@link #look()} hears with one read for all.
 * Thread-safe, and holds no thread for anybody who waits.
 */
public final class EndWatch {

  private record Wait(
      String workspaceId, String messageId, CompletableFuture<Optional<Message>> end) {}

  private final MessageStore messages;
  private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  EndWatch(MessageStore messages) {
    this.messages = messages;
  }

  /**
   * Completes with the message once it neither waits nor is being sent, and with nothing when the
   * watch ends first. Whoever waits no longer completes it; what depends on it must not block.
   */
  public CompletableFuture<Optional<Message>> endOf(Message accepted) {
    var end = new CompletableFuture<Optional<Message>>();
    var wait = new Wait(accepted.workspaceId(), accepted.id(), end);
    waits.add(wait);
    end.whenComplete((message, failure) -> waits.remove(wait));
    if (closed) {
      end.complete(Optional.empty());
    }
    return end;
  }

  /** Asks the store for ends that nobody told of; no command while nobody waits. */
  public void look() {
    var open = Set.copyOf(waits);
    if (!open.isEmpty()) {
      messages
          .ended(
              open.stream().map(Wait::workspaceId).collect(Collectors.toUnmodifiableSet()),
              open.stream().map(Wait::messageId).collect(Collectors.toUnmodifiableSet()))
          .forEach(this::note);
    }
  }

  /** Nobody waits any longer, and nobody will. */
  public void close() {
    closed = true;
    waits.forEach(wait -> wait.end().complete(Optional.empty()));
  }

  /** How many wait now. */
  public int size() {
    return waits.size();
  }

  /** This was stored; whether it is an end is seen here. */
  void note(Message stored) {
    if (!stored.status().isOfALane()) {
      waits.stream()
          .filter(wait -> wait.messageId().equals(stored.id()))
          .filter(wait -> wait.workspaceId().equals(stored.workspaceId()))
          .forEach(wait -> wait.end().complete(Optional.of(stored)));
    }
  }
}
