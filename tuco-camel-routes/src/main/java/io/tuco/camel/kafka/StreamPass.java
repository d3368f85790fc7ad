package io.tuco.camel.kafka;

import io.tuco.core.event.Outbox;
import io.tuco.core.store.StreamQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what waits into the stream, a bounded part at a time. An event is sent once the one before
 * it of the same message is acknowledged, and marked only then: whoever takes over after a crash
 * begins with the earliest that is not marked, so that no event is ever in the stream before an
 * earlier one. What is there twice is there under the same {@code webhook-id}.
 */
final class StreamPass {

  /** What is to be done after a pass. */
  enum Next {
    /** Another pass: there was more than one could take. */
    AGAIN,
    /** Nothing until somebody wakes us. */
    REST,
    /** Nothing until the next tick: it is another's turn, or no broker is there. */
    PAUSE
  }

  private static final Logger LOG = LoggerFactory.getLogger(StreamPass.class);

  private static final int MOST = 200;
  private static final Duration REFUSED_FOR = Duration.ofMinutes(1);

  private final List<? extends StreamQueue> queues;
  private final StreamDuty duty;
  private final StreamSender sender;
  private final Clock clock;
  private boolean away;

  StreamPass(
      List<? extends StreamQueue> queues, StreamDuty duty, StreamSender sender, Clock clock) {
    this.queues = queues;
    this.duty = duty;
    this.sender = sender;
    this.clock = clock;
  }

  Next run() {
    if (!duty.isOurs()) {
      return Next.PAUSE;
    }
    var isMore = false;
    for (var queue : queues) {
      var next = run(queue);
      if (next == Next.PAUSE) {
        return next;
      }
      isMore |= next == Next.AGAIN;
    }
    return isMore ? Next.AGAIN : Next.REST;
  }

  private Next run(StreamQueue queue) {
    var due = queue.due(clock.instant(), MOST);
    if (due.isEmpty()) {
      return Next.REST;
    }
    var runs = due.stream().map(StreamRun::new).toList();
    var broken = sendAll(runs);
    note(broken);
    record(queue, runs);
    if (broken) {
      return Next.PAUSE;
    }
    return due.size() == MOST ? Next.AGAIN : Next.REST;
  }

  /** Whether no broker was there for some of it. */
  private boolean sendAll(List<StreamRun> runs) {
    var broken = false;
    var open = open(runs);
    while (!open.isEmpty() && !broken) {
      broken = sendNext(open);
      open = open(open);
    }
    return broken;
  }

  private static List<StreamRun> open(List<StreamRun> runs) {
    return runs.stream().filter(run -> run.next().isPresent()).toList();
  }

  /** The next event of each, all at once. */
  private boolean sendNext(List<StreamRun> open) {
    var answers = new ArrayList<CompletableFuture<StreamAnswer>>();
    for (var run : open) {
      // What fails at once would fail for each of them, after its own limit.
      if (!answers.isEmpty() && isAway(answers.get(answers.size() - 1))) {
        break;
      }
      answers.add(sender.send(run.next().orElseThrow()));
    }
    var broken = false;
    for (var place = 0; place < answers.size(); place++) {
      var answer = answers.get(place).join();
      open.get(place).answered(answer);
      broken |= answer == StreamAnswer.AWAY;
    }
    return broken;
  }

  private static boolean isAway(CompletableFuture<StreamAnswer> answer) {
    return answer.getNow(StreamAnswer.TAKEN) == StreamAnswer.AWAY;
  }

  private void record(StreamQueue queue, List<StreamRun> runs) {
    var done = runs.stream().map(StreamRun::done).filter(box -> !box.events().isEmpty()).toList();
    queue.markStreamed(done);
    runs.stream()
        .filter(StreamRun::isRefused)
        .map(StreamRun::done)
        .forEach(refused -> putOff(queue, refused));
  }

  /** It waits for its topic to take larger records, and nothing waits for it. */
  private void putOff(StreamQueue queue, Outbox refused) {
    LOG.error("an event of {} is too large for its topic", refused.messageId());
    queue.putOff(refused.workspaceId(), refused.messageId(), clock.instant().plus(REFUSED_FOR));
  }

  private void note(boolean broken) {
    if (broken != away) {
      away = broken;
      if (broken) {
        LOG.warn("no broker takes events; they wait in the store");
      } else {
        LOG.info("events are taken again");
      }
    }
  }
}
