package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Entry;
import io.tuco.core.simulation.log.Entry.Answer;
import io.tuco.core.simulation.log.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A line's first calls to people: those before which the line had neither called nor looked up any
 * address of the person, nor lost an attempt to. A call that provably left nothing reached nobody.
 * Whose line a look-up was for, the device cannot tell; it counts for every line of the workspace
 * there, so this finds fewer first calls than there are, never more.
 */
final class Contacts {

  private static final Set<Answer> TURNED_AWAY = Set.of(Answer.NOT_SENT, Answer.REFUSED);

  private Contacts() {}

  static List<Talk> firstCalls(History history) {
    var looked = new HashMap<String, Moment>();
    history
        .all(Entry.LookedUp.class)
        .forEach(
            look ->
                looked.putIfAbsent(
                    look.sender() + " " + history.who(look.workspaceId(), look.address()),
                    look.at()));
    var first = new ArrayList<Talk>();
    Set<String> met = new HashSet<>();
    history
        .talks()
        .filter(talk -> talk.called().lineId().isPresent() && !talk.isByWorkspace())
        .filter(Contacts::mayHaveReached)
        .forEach(
            talk -> {
              var who = history.who(history.workspaceOf(talk), talk.called().address());
              var look = looked.get(talk.called().sender() + " " + who);
              var begun = history.begun(talk);
              var isNew = met.add(talk.called().lineId().orElseThrow() + " " + who);
              if (isNew
                  && (look == null || !look.isBefore(begun))
                  && !hasLostAttempt(talk, begun, history)) {
                first.add(talk);
              }
            });
    return first;
  }

  /** A device asks on the person's side before it refuses; Twilio and mail servers do not. */
  private static boolean mayHaveReached(Talk talk) {
    var turnedAway = talk.isDevice() ? Set.of(Answer.NOT_SENT) : TURNED_AWAY;
    return talk.left().isPresent() || talk.answer().filter(turnedAway::contains).isEmpty();
  }

  /** What an attempt whose process died has used counts as used. */
  private static boolean hasLostAttempt(Talk talk, Moment begun, History history) {
    return history
        .lettersLike(talk.messageId())
        .flatMap(letter -> history.shown(letter.messageId()).stream())
        .anyMatch(shown -> shown.unknown() && shown.at().isBefore(begun));
  }
}
