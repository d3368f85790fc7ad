package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Set;

/**
 * Reads some fields of a stored document and steps over the others: filling the indexes at start
 * needs few of them, and the long texts least of all.
 */
final class PartialBson {

  private PartialBson() {}

  static Document decode(byte[] bytes, Set<String> wanted) {
    ByteBuf buffer = Unpooled.wrappedBuffer(bytes).skipBytes(Integer.BYTES);
    Document document = new Document();
    byte type = buffer.readByte();
    while (type != BsonConstants.TERMINATING_BYTE && document.size() < wanted.size()) {
      String name = BsonDecoder.decodeCString(buffer);
      if (wanted.contains(name)) {
        document.put(name, BsonDecoder.decodeValue(type, buffer));
      } else {
        skip(type, buffer);
      }
      type = buffer.readByte();
    }
    return document;
  }

  private static void skip(byte type, ByteBuf buffer) {
    switch (type) {
      case BsonConstants.TYPE_UTF8_STRING -> buffer.skipBytes(buffer.readIntLE());
      case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY ->
          buffer.skipBytes(buffer.readIntLE() - Integer.BYTES);
      case BsonConstants.TYPE_DATA -> buffer.skipBytes(buffer.readIntLE() + 1);
      default -> BsonDecoder.decodeValue(type, buffer);
    }
  }
}
