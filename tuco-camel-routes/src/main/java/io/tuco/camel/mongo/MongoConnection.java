package io.tuco.camel.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.tuco.camel.ConfigurationException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Opens the one client, or says why this server is not to be trusted with messages. */
final class MongoConnection {

  /** Long enough for an election to start, short enough for a person who waits for an answer. */
  private static final int SERVER_SELECTION_SECONDS = 5;

  /** A server that is silent for so long will not answer; without a limit a thread is lost. */
  private static final int SOCKET_READ_SECONDS = 30;

  private MongoConnection() {}

  static MongoClient open(MongoSettings settings, Consumer<MongoClientSettings.Builder> more) {
    var uri = parsed(settings.uri());
    if (!settings.weakerWrites()) {
      refuse(WriteSafety.weaknessOf(uri));
    }
    var client = MongoClients.create(client(uri, settings, more));
    try {
      if (!settings.weakerWrites()) {
        refuse(WriteSafety.weaknessOf(client));
      }
      return client;
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
  }

  private static ConnectionString parsed(String uri) {
    try {
      return new ConnectionString(uri);
    } catch (IllegalArgumentException e) {
      // Its message may repeat the URI and so a password.
      throw new ConfigurationException(List.of("the MongoDB URI is not a connection string"));
    }
  }

  private static void refuse(Optional<String> weakness) {
    weakness.ifPresent(
        why -> {
          throw new ConfigurationException(
              List.of(why + "; messages could be lost. Correct it, or allow weaker writes"));
        });
  }

  private static MongoClientSettings client(
      ConnectionString uri, MongoSettings settings, Consumer<MongoClientSettings.Builder> more) {
    var builder = MongoClientSettings.builder().applicationName("tuco").applyConnectionString(uri);
    // Compare-and-set needs the latest state: no secondary has it for sure.
    builder.readPreference(ReadPreference.primary());
    if (!settings.weakerWrites()) {
      builder.writeConcern(WriteConcern.MAJORITY.withJournal(true));
    }
    if (uri.getServerSelectionTimeout() == null) {
      builder.applyToClusterSettings(
          cluster -> cluster.serverSelectionTimeout(SERVER_SELECTION_SECONDS, TimeUnit.SECONDS));
    }
    if (uri.getSocketTimeout() == null) {
      builder.applyToSocketSettings(
          socket -> socket.readTimeout(SOCKET_READ_SECONDS, TimeUnit.SECONDS));
    }
    more.accept(builder);
    return builder.build();
  }
}
