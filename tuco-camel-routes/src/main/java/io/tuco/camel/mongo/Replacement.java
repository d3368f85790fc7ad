package io.tuco.camel.mongo;

import java.util.List;
import org.bson.Document;

/**
 * The update that makes a stored document say what {@code whole} says, and leaves alone what its
 * codec does not know, such as an outbox or a revision.
 */
final class Replacement {

  private Replacement() {}

  /**
   * @param optional the top-level fields that {@code whole} may lack; below them, absent values
   *     vanish with the part they were in
   */
  static Document by(Document whole, List<String> optional) {
    var set = new Document(whole);
    set.remove("_id");
    set.remove("workspaceId");
    var update = new Document("$set", set);
    var unset = new Document();
    optional.stream().filter(name -> !whole.containsKey(name)).forEach(n -> unset.put(n, true));
    return unset.isEmpty() ? update : update.append("$unset", unset);
  }
}
