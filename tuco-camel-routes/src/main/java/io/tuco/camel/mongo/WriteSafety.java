package io.tuco.camel.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import io.tuco.core.store.StoreException;
import java.util.Optional;
import org.bson.Document;

/**
 * Whether an acknowledged write survives the loss of a server: a majority must have it on disk. Our
 * commands always ask for that; but a URI or a set that says otherwise was meant otherwise, and
 * that is better settled before the first message than after the first failure.
 */
final class WriteSafety {

  private static final String MAJORITY = "majority";

  private WriteSafety() {}

  /** Why the URI asks for less, if it does. */
  static Optional<String> weaknessOf(ConnectionString uri) {
    return Optional.ofNullable(uri.getWriteConcern())
        .filter(asked -> !isMajority(asked) || Boolean.FALSE.equals(asked.getJournal()))
        .map(asked -> "the MongoDB URI asks for weaker writes than w=majority with a journal");
  }

  /** Why the server's own default is less, if it is and the server tells. */
  static Optional<String> weaknessOf(MongoClient client) {
    return weaknessOf(answer(client, "getDefaultRWConcern"), answer(client, "replSetGetConfig"));
  }

  static Optional<String> weaknessOf(Document defaults, Document set) {
    var concern = Optional.ofNullable(defaults.get("defaultWriteConcern", Document.class));
    if (concern.map(each -> each.get("w")).filter(w -> !MAJORITY.equals(w)).isPresent()) {
      return Optional.of("the default write concern of the MongoDB set is not majority");
    }
    return Optional.ofNullable(set.get("config", Document.class))
        .filter(config -> !config.getBoolean("writeConcernMajorityJournalDefault", true))
        .map(config -> "the MongoDB set takes a majority in memory for a majority on disk");
  }

  /** What a single server does not know, or we may not ask, is no weakness that we can see. */
  private static Document answer(MongoClient client, String command) {
    try {
      return client.getDatabase("admin").runCommand(new Document(command, 1));
    } catch (MongoCommandException e) {
      return new Document();
    } catch (MongoException e) {
      throw new StoreException("MongoDB does not answer; check its URI and that it runs", e);
    }
  }

  private static boolean isMajority(WriteConcern asked) {
    return asked.getWObject() == null || MAJORITY.equals(asked.getWObject());
  }
}
