package io.tuco.camel.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every command that a client sent to a database of ours. */
final class CommandLog implements CommandListener {

  private final List<CommandStartedEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public void commandStarted(CommandStartedEvent event) {
    if (!event.getDatabaseName().equals("admin")
        && !event.getCommandName().equals("createIndexes")) {
      // The driver takes the command back when it is done.
      events.add(
          new CommandStartedEvent(
              event.getRequestContext(),
              event.getOperationId(),
              event.getRequestId(),
              event.getConnectionDescription(),
              event.getDatabaseName(),
              event.getCommandName(),
              event.getCommand().clone()));
    }
  }

  List<String> names() {
    return events.stream().map(CommandStartedEvent::getCommandName).toList();
  }

  /** What they asked and were not supposed to. */
  List<String> flaws() {
    return events.stream()
        .flatMap(event -> SeenCommand.of(event).stream())
        .map(CommandRules::flawOf)
        .flatMap(Optional::stream)
        .toList();
  }

  List<CommandStartedEvent> events() {
    return events;
  }

  void clear() {
    events.clear();
  }
}
