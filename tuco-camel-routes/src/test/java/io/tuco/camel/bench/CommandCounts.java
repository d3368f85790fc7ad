package io.tuco.camel.bench;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Counts what a client asks of its database: commands by collection and name, and documents that
 * came back whole. A command for many documents counts once, which is the share that each of them
 * bears.
 *
 * <p>Threads may count together.
 */
final class CommandCounts implements CommandListener {

  private static final Set<String> HOUSEKEEPING =
      Set.of("hello", "isMaster", "ping", "buildInfo", "endSessions", "createIndexes");

  private final Map<String, LongAdder> commands = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> documents = new ConcurrentHashMap<>();

  @Override
  public void commandStarted(CommandStartedEvent event) {
    var name = event.getCommandName();
    if (!event.getDatabaseName().equals("admin") && !HOUSEKEEPING.contains(name)) {
      count(commands, collectionOf(event) + "." + name, 1);
    }
  }

  /** What an index answers alone has no id and is no document. */
  @Override
  public void commandSucceeded(CommandSucceededEvent event) {
    if (event.getResponse().get("cursor") instanceof BsonDocument cursor) {
      var batch = cursor.get("firstBatch", cursor.get("nextBatch"));
      var whole = batch.asArray().stream().filter(CommandCounts::isWhole).count();
      count(documents, cursor.getString("ns").getValue().replaceFirst("^[^.]*\\.", ""), whole);
    }
  }

  Tally commands() {
    return tally(commands);
  }

  /** Documents that came back whole, by collection. */
  Tally documents() {
    return tally(documents);
  }

  private static boolean isWhole(BsonValue found) {
    return found.asDocument().containsKey("_id");
  }

  private static String collectionOf(CommandStartedEvent event) {
    var command = event.getCommand();
    var named = command.get(event.getCommandName());
    return named.isString()
        ? named.asString().getValue()
        : command.getString("collection").getValue();
  }

  private static void count(Map<String, LongAdder> counts, String key, long more) {
    counts.computeIfAbsent(key, absent -> new LongAdder()).add(more);
  }

  private static Tally tally(Map<String, LongAdder> counts) {
    var now = new TreeMap<String, Long>();
    counts.forEach((key, count) -> now.put(key, count.sum()));
    return new Tally(now);
  }
}
