package io.tuco.camel.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Watches over what a whole product asks its store; keeps what it was not supposed to ask. */
public final class CommandWatch implements CommandListener {

  private final List<String> flaws = new CopyOnWriteArrayList<>();
  private volatile long asked;

  @Override
  public void commandStarted(CommandStartedEvent event) {
    if (event.getDatabaseName().equals("admin")) {
      return;
    }
    try {
      SeenCommand.of(event).forEach(this::judge);
    } catch (RuntimeException e) {
      // The driver would swallow it.
      flaws.add("cannot be judged: " + event.getCommandName() + " " + e);
    }
  }

  public List<String> flaws() {
    return flaws;
  }

  /** How many questions were judged. */
  public long asked() {
    return asked;
  }

  private synchronized void judge(SeenCommand command) {
    asked++;
    CommandRules.flawOf(command).ifPresent(flaws::add);
  }
}
