package io.tuco.core.store.memory;

import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.LineTally;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what became of sends that have ended. */
final class LineTallies {

  private static final Comparator<Message> LATEST_FIRST =
      Comparator.comparing((Message message) -> message.sendEndedAt().orElseThrow()).reversed();

  private LineTallies() {}

  static Map<String, LineTally> of(List<Message> ended) {
    return ended.stream()
        .collect(
            Collectors.groupingBy(
                message -> message.origin().lineId().orElseThrow(),
                Collectors.collectingAndThen(Collectors.toList(), LineTallies::tally)));
  }

  private static LineTally tally(List<Message> ended) {
    return new LineTally(
        ended.size(),
        ended.stream().filter(LineTallies::isFailed).count(),
        ended.stream().sorted(LATEST_FIRST).takeWhile(LineTallies::isFailed).count());
  }

  private static boolean isFailed(Message message) {
    return message.status() == MessageStatus.FAILED;
  }
}
