package io.tuco.core.simulation.checker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every text at a provider belongs to one message, and each part of a message leaves once. It may
 * leave again by somebody's order, by the workspace's policy after its time, or once, as an e-mail,
 * after an answer that was lost.
 */
final class NothingIsDoubled implements Rule {

  @Override
  public Stream<Violation> judge(History history) {
    var parts = new LinkedHashMap<String, List<Talk>>();
    history
        .talks()
        .filter(Talk::arrived)
        .forEach(
            talk -> History.add(parts, talk.messageId() + " part " + talk.called().part(), talk));
    var strangers =
        history
            .talks()
            .filter(talk -> history.letter(talk.messageId()).isEmpty())
            .map(talk -> violation(talk, talk.messageId() + " was never accepted"));
    return Stream.concat(
        strangers, parts.values().stream().flatMap(sent -> judge(sent, history).stream()));
  }

  private static List<Violation> judge(List<Talk> sent, History history) {
    var found = new ArrayList<Violation>();
    for (var again = 1; again < sent.size(); again++) {
      var first = sent.get(again - 1);
      var second = sent.get(again);
      if (!isAllowed(first, second, again, history)) {
        found.add(
            violation(
                second,
                second.messageId() + " part " + second.called().part() + " has left twice"));
      }
    }
    return found;
  }

  private static boolean isAllowed(Talk first, Talk second, int again, History history) {
    return isOrdered(first, second, history)
        || isPolicy(first, second, history)
        || isMail(first, history) && again == 1
        || history
            .letter(first.messageId())
            .filter(letter -> Twins.of(letter, history).areNoMore())
            .isPresent();
  }

  private static boolean isOrdered(Talk first, Talk second, History history) {
    return history.orders(second.messageId()).stream()
        .filter(order -> order.action().equals("resend"))
        .anyMatch(order -> first.at().isBefore(order.at()) && order.at().isBefore(second.at()));
  }

  private static boolean isPolicy(Talk first, Talk second, History history) {
    return history
        .resendAfter(history.workspaceOf(second))
        .filter(
            wait ->
                second
                        .at()
                        .since(first.at())
                        .plus(history.forwardSteps(first.at(), second.at()))
                        .compareTo(wait)
                    >= 0)
        .isPresent();
  }

  private static boolean isMail(Talk talk, History history) {
    return history
        .letter(talk.messageId())
        .filter(letter -> letter.channel().equals("email"))
        .isPresent();
  }

  private static Violation violation(Talk talk, String what) {
    return new Violation("nothing is doubled", talk.at(), what);
  }
}
