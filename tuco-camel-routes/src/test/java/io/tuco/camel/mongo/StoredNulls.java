package io.tuco.camel.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Where nulls lie in a database: an absent value must be left out. */
final class StoredNulls {

  private StoredNulls() {}

  static List<String> in(MongoDatabase database) {
    var found = new ArrayList<String>();
    for (var name : database.listCollectionNames()) {
      for (var document : database.getCollection(name, BsonDocument.class).find()) {
        found.addAll(in(name, document));
      }
    }
    return found;
  }

  static List<String> in(String path, BsonValue value) {
    if (value.isNull()) {
      return List.of(path);
    }
    if (value.isArray()) {
      return value.asArray().stream()
          .flatMap(each -> in(path + "[]", each).stream())
          .collect(Collectors.toList());
    }
    return value.isDocument()
        ? value.asDocument().entrySet().stream()
            .flatMap(field -> in(path + "." + field.getKey(), field.getValue()).stream())
            .collect(Collectors.toList())
        : List.of();
  }
}
