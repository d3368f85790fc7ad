package io.tuco.core.engine;

import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.message.Message;
import io.tuco.core.store.WaitingQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The first messages of a queue, read ahead. Who takes one must still win it in the store. Not
 * thread-safe.
 */
final class QueueShelf {

  private final WaitingQueue queue;
  private final List<QueueHead> heads = new ArrayList<>();
  private Optional<Message> sample = Optional.empty();
  private Instant certainUntil = Instant.MAX;
  private boolean complete;
  private long readAtNanos;

  QueueShelf(WaitingQueue queue) {
    this.queue = queue;
  }

  WaitingQueue queue() {
    return queue;
  }

  /** A message of this queue: all of them are held by the same rules. Known once it was read. */
  Optional<Message> sample() {
    return sample;
  }

  /** Whether something may stand here before the first head that is not set aside. */
  boolean wantsReading(Set<String> aside) {
    return first(aside).map(head -> head.message().dueAt().isAfter(certainUntil)).orElse(!complete);
  }

  void fill(List<QueueHead> read, int limit, long nanos) {
    heads.clear();
    heads.addAll(read);
    complete = read.size() < limit;
    certainUntil = Instant.MAX;
    readAtNanos = nanos;
    read.stream().findFirst().ifPresent(head -> sample = Optional.of(head.message()));
  }

  boolean isEmpty() {
    return heads.isEmpty() && complete;
  }

  long readAtNanos() {
    return readAtNanos;
  }

  /** Something more may wait here since then, behind those who are due no later. */
  void expectMore(Instant since) {
    complete = false;
    certainUntil = since.isBefore(certainUntil) ? since : certainUntil;
  }

  void forgetHeads() {
    heads.clear();
    complete = false;
  }

  /** Heads of the person are first touches no more. */
  void meet(DispatchCommand.Met met) {
    heads.replaceAll(head -> head.isOf(met) ? head.known() : head);
  }

  /** The first head that is not set aside, due or not. */
  Optional<QueueHead> first(Set<String> aside) {
    return heads.stream().filter(head -> !aside.contains(head.message().id())).findFirst();
  }

  /** The first head of a queue of first touches that is none any more. */
  Optional<QueueHead> firstKnown(Set<String> aside) {
    return heads.stream()
        .filter(head -> head.message().progress().contact().firstTouch() && !head.firstTouch())
        .filter(head -> !aside.contains(head.message().id()))
        .findFirst();
  }

  void take(QueueHead head) {
    heads.removeIf(other -> other.message().id().equals(head.message().id()));
  }
}
