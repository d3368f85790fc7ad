package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order of values of different types, lowest first: MongoDB's comparison order, as the query
 * matcher of the wire server reads it.
 */
enum TypeOrder {
  MIN_KEY(MinKey.class),
  EMPTY_ARRAY(EmptyArray.class),
  NULL(Missing.class),
  NUMBER(Number.class),
  STRING(String.class),
  DOCUMENT(Map.class),
  ARRAY(Collection.class),
  BINARY(BinData.class),
  LEGACY_UUID(LegacyUUID.class),
  UUID_TYPE(UUID.class),
  OBJECT_ID(ObjectId.class),
  BOOLEAN(Boolean.class),
  INSTANT(Instant.class),
  TIMESTAMP(BsonTimestamp.class),
  REGEX(BsonRegularExpression.class),
  CODE(BsonJavaScript.class),
  MAX_KEY(MaxKey.class);

  /** What an empty array is in an index: it has no element, and still the document has a place. */
  enum EmptyArray {
    INSTANCE
  }

  private static final TypeOrder[] ALL = values();

  private final Class<?> type;

  TypeOrder(Class<?> type) {
    this.type = type;
  }

  static TypeOrder of(@Nullable Object value) {
    if (value == null) {
      return NULL;
    }
    for (TypeOrder order : ALL) {
      if (order.type.isInstance(value)) {
        return order;
      }
    }
    throw new IllegalArgumentException("No place in the order for " + value.getClass());
  }

  /** Neither 0 nor 0xFF, as it is or inverted: both are taken as ends. */
  byte code() {
    return (byte) (0x10 + 8 * ordinal());
  }
}
