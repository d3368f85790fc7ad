package io.tuco.camel.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonValue;

/** What every command must keep to: it stays within a workspace, and an index answers it. */
final class CommandRules {

  private CommandRules() {}

  static Optional<String> flawOf(SeenCommand command) {
    if (!isScoped(command)) {
      return Optional.of("crosses workspaces: " + command);
    }
    return isIndexed(command) ? Optional.empty() : Optional.of("has no index: " + command);
  }

  private static boolean isScoped(SeenCommand command) {
    var fields = command.filter().keySet();
    return !command.collection().isOfTenants()
        || !fields.isEmpty()
            && command.filter().getFirstKey().equals("workspaceId")
            && isPoint(command.filter().get("workspaceId"))
        || MongoIndexes.crossWorkspace().stream()
            .filter(known -> known.collection() == command.collection())
            .anyMatch(known -> known.fields().equals(fields));
  }

  private static boolean isIndexed(SeenCommand command) {
    if (isPoint(command.filter().get("_id"))) {
      return true;
    }
    if (command.filter().isEmpty() && command.sort().isEmpty()) {
      return !command.collection().isOfTenants();
    }
    return MongoIndexes.all().stream()
        .filter(index -> index.collection() == command.collection())
        .anyMatch(index -> answers(index, command));
  }

  /** Points first, then the order that is asked for, then at most one range. */
  private static boolean answers(MongoIndex index, SeenCommand command) {
    var points =
        command.filter().keySet().stream()
            .filter(field -> isPoint(command.filter().get(field)))
            .collect(Collectors.toSet());
    var rest = new ArrayList<>(index.names());
    while (!rest.isEmpty() && points.contains(rest.get(0))) {
      rest.remove(0);
    }
    var isNarrowed =
        rest.size() < index.fields().size()
            || command.filter().containsKey(index.names().get(0))
            || command.filter().isEmpty();
    // Few documents are left once every field of an index is given: they may be sorted.
    return isNarrowed && (rest.isEmpty() || isInOrder(index, rest, command, points));
  }

  private static boolean isInOrder(
      MongoIndex index, List<String> rest, SeenCommand command, Set<String> points) {
    var order = command.sort().keySet().stream().filter(each -> !points.contains(each)).toList();
    var directions =
        order.stream()
            .map(field -> index.keys().get(field, 0) * command.sort().getInt32(field).getValue())
            .collect(Collectors.toSet());
    return directions.size() <= 1
        && order.equals(rest.subList(0, Math.min(order.size(), rest.size())));
  }

  private static boolean isPoint(BsonValue condition) {
    return condition != null
        && (!condition.isDocument() || condition.asDocument().getFirstKey().equals("$in"));
  }
}
