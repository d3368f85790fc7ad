package io.tuco.camel.mongo;

import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/** A question as it went to the server: what was asked of which collection, in which order. */
record SeenCommand(
    String name, StoredCollection collection, BsonDocument filter, BsonDocument sort) {

  private static final Map<String, StoredCollection> COLLECTIONS =
      Stream.of(StoredCollection.values())
          .collect(Collectors.toMap(StoredCollection::wire, each -> each));

  private static final BsonDocument NONE = new BsonDocument();

  /** The filters of a command; none of one that asks nothing, such as an insert. */
  static List<SeenCommand> of(CommandStartedEvent event) {
    var command = event.getCommand();
    return switch (event.getCommandName()) {
      case "find" -> seen(command, command.getDocument("filter", NONE));
      case "findAndModify" -> seen(command, command.getDocument("query", NONE));
      case "aggregate" ->
          seen(command, command.getArray("pipeline").get(0).asDocument().getDocument("$match"));
      case "update" -> many(command, "updates");
      case "delete" -> many(command, "deletes");
      default -> List.of();
    };
  }

  private static List<SeenCommand> many(BsonDocument command, String statements) {
    return command.getArray(statements).stream()
        .flatMap(each -> seen(command, each.asDocument().getDocument("q")).stream())
        .toList();
  }

  private static List<SeenCommand> seen(BsonDocument command, BsonDocument filter) {
    var name = command.getFirstKey();
    var collection = COLLECTIONS.get(command.getString(name).getValue());
    return List.of(new SeenCommand(name, collection, filter, command.getDocument("sort", NONE)));
  }
}
