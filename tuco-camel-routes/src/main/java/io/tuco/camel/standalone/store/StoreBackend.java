package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The server as a whole: its databases, and the commands that concern none of them. */
final class StoreBackend extends AbstractMongoBackend {

  private final Storage storage;

  StoreBackend(Clock clock, Storage storage) {
    super(clock);
    this.storage = storage;
    storage.catalog().databases().forEach(this::resolveDatabase);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new StoredDatabase(name, getCursorRegistry(), storage);
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    return switch (command.toLowerCase(Locale.ROOT)) {
      case "hello" -> {
        Document answer = super.handleCommand(channel, database, "ismaster", query);
        yield answer.append("isWritablePrimary", true).append("readOnly", false);
      }
      case "listdatabases" -> databases();
      case "getdefaultrwconcern" -> writeConcern();
      default -> super.handleCommand(channel, database, command, query);
    };
  }

  /** The server would open each of them anew to describe it. */
  private Document databases() {
    Set<String> names = new TreeSet<>(listDatabaseNames());
    List<Document> descriptions = names.stream().map(name -> new Document("name", name)).toList();
    return okay(new Document("databases", descriptions));
  }

  /** Every answer waits for the disk, whatever a client asks for. */
  private static Document writeConcern() {
    Document concern = new Document("w", "majority").append("j", true).append("wtimeout", 0);
    return okay(new Document("defaultWriteConcern", concern));
  }

  private static Document okay(Document answer) {
    Utils.markOkay(answer);
    return answer;
  }
}
