package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Entry;
import io.tuco.core.simulation.log.Letter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A line's first calls to people: those before which the line had neither called nor looked up any
 * address of the person. Whose line a look-up was for, the device cannot tell; it counts for every
 * line of the workspace there, so this finds fewer first calls than there are, never more.
 */
final class Contacts {

  private Contacts() {}

  static List<Talk> firstCalls(History history) {
    var first = new ArrayList<Talk>();
    Set<String> met = new HashSet<>();
    Set<String> lookedUp = new HashSet<>();
    var talks = history.talks().toList();
    var looks = history.all(Entry.LookedUp.class).toList();
    var look = 0;
    String last = "";
    for (var talk : talks) {
      while (look < looks.size() && looks.get(look).at().isBefore(talk.at())) {
        lookedUp.add(last);
        var entry = looks.get(look);
        last =
            entry.sender()
                + entry.workspaceId()
                + history.person(entry.workspaceId(), entry.address());
        look++;
      }
      var line = talk.called().lineId();
      if (line.isEmpty() || talk.isByWorkspace()) {
        continue;
      }
      var workspace = history.letter(talk.messageId()).map(Letter::workspaceId).orElse("");
      var person = history.person(workspace, talk.called().address());
      var asked = talk.called().sender() + workspace + person;
      // The look-ups right before a call belong to that call.
      var known = lookedUp.contains(asked) || met.contains(line.get() + person);
      if (!known) {
        first.add(talk);
      }
      met.add(line.get() + person);
      lookedUp.add(last);
    }
    return first;
  }
}
