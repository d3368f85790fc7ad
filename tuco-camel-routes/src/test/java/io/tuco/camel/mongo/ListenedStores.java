package io.tuco.camel.mongo;

import com.mongodb.event.CommandListener;
import org.apache.camel.CamelContext;

/** Stores as the program opens them, with somebody listening to what they ask. */
public final class ListenedStores {

  private ListenedStores() {}

  public static MongoStores open(
      CamelContext context, MongoSettings settings, CommandListener listener) {
    return MongoStores.open(context, settings, builder -> builder.addCommandListener(listener));
  }
}
