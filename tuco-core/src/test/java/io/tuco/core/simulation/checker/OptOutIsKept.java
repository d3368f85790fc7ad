package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Entry;
import io.tuco.core.simulation.log.Letter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Once an opt-out is stored, no call begins to any address of the person from that workspace. A
 * process that has asked for the last time may look the address up for a second, and begin its call
 * within five seconds of that.
 */
final class OptOutIsKept implements Rule {

  private static final Duration UNDER_WAY = Duration.ofSeconds(6);

  @Override
  public Stream<Violation> judge(History history) {
    Map<String, Entry.OptedOut> first = new HashMap<>();
    history
        .all(Entry.OptedOut.class)
        .forEach(
            entry ->
                first.putIfAbsent(
                    entry.workspaceId()
                        + " "
                        + history.person(entry.workspaceId(), entry.address()),
                    entry));
    return history
        .talks()
        .filter(talk -> isAfter(talk, first, history))
        .map(
            talk ->
                new Violation(
                    "opt-out is kept",
                    talk.at(),
                    talk.messageId() + " was sent to somebody who had opted out"));
  }

  private static boolean isAfter(Talk talk, Map<String, Entry.OptedOut> optedOut, History history) {
    var workspace = history.letter(talk.messageId()).map(Letter::workspaceId).orElse("");
    var entry = optedOut.get(workspace + " " + history.person(workspace, talk.called().address()));
    return entry != null && talk.at().since(entry.at()).compareTo(UNDER_WAY) > 0;
  }
}
