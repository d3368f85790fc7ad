package io.tuco.camel.standalone.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import org.bson.Document;

/** A store and a driver that is connected to it, for one test. */
record OpenedStore(EmbeddedStore store, MongoClient client) implements AutoCloseable {

  private static final String DATABASE = "tuco";

  static OpenedStore in(Path directory) {
    EmbeddedStore store = EmbeddedStore.open(directory, 0);
    return new OpenedStore(store, MongoClients.create(store.uri()));
  }

  MongoDatabase database() {
    return client.getDatabase(DATABASE);
  }

  MongoCollection<Document> collection(String name) {
    return database().getCollection(name);
  }

  Examined examined(String collection) {
    StoredDatabase database = (StoredDatabase) store.backend().resolveDatabase(DATABASE);
    return database.findOrCreate(collection).examined();
  }

  @Override
  public void close() {
    client.close();
    store.close();
  }
}
