package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes values so that the unsigned order of the bytes is the order of the values.
 *
 * <p>A key costs one small array instead of a list of objects, two keys compare in one intrinsic
 * call, and a range of values is a range of bytes. No value's bytes begin another value's, hence
 * fields can simply follow each other; a descending field has its bits inverted. Values that are
 * equal for a query (1, 1L and 1.0; null and missing) have equal bytes.
 */
final class KeyBytes {

  /** From here on a double has gaps between whole numbers. */
  private static final double EXACT = 1L << 53;

  private byte[] bytes = new byte[64];
  private int length;

  static byte[] of(@Nullable Object value) {
    return new KeyBytes().value(value).toBytes();
  }

  KeyBytes value(@Nullable Object value) {
    TypeOrder type = TypeOrder.of(value);
    put(type.code());
    if (value != null) {
      payload(type, value);
    }
    return this;
  }

  KeyBytes inverted(@Nullable Object value) {
    int start = length;
    value(value);
    for (int i = start; i < length; i++) {
      bytes[i] = (byte) ~bytes[i];
    }
    return this;
  }

  KeyBytes raw(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
    return this;
  }

  KeyBytes fixed(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      put((byte) (value >>> shift));
    }
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void payload(TypeOrder type, Object value) {
    switch (type) {
      case NUMBER -> number((Number) value);
      case STRING -> text((String) value);
      case DOCUMENT -> document((Map<?, ?>) value);
      case ARRAY -> array((Collection<?>) value);
      case BINARY -> binary(((BinData) value).getData());
      case LEGACY_UUID -> uuid(((LegacyUUID) value).getUuid());
      case UUID_TYPE -> uuid((UUID) value);
      case OBJECT_ID -> raw(((ObjectId) value).toByteArray());
      case BOOLEAN -> put((byte) ((Boolean) value ? 2 : 1));
      case INSTANT -> signed(((Instant) value).toEpochMilli());
      case TIMESTAMP -> fixed(((BsonTimestamp) value).getValue());
      case REGEX -> text(((BsonRegularExpression) value).getPattern());
      case CODE -> text(((BsonJavaScript) value).getCode());
      case MIN_KEY, EMPTY_ARRAY, NULL, MAX_KEY -> {}
    }
  }

  /** The double, and beyond 2^53 how far the whole number is from it. */
  private void number(Number value) {
    double rounded = value.doubleValue() + 0.0;
    long bits = Double.doubleToLongBits(rounded);
    fixed(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
    if (Math.abs(rounded) >= EXACT) {
      signed(value instanceof Long whole ? whole - (long) rounded : 0);
    }
  }

  private void signed(long value) {
    fixed(value ^ Long.MIN_VALUE);
  }

  /** By UTF-16 unit, as strings compare in Java; 0 ends the text, so 0 and 1 are escaped. */
  private void text(String value) {
    for (int i = 0; i < value.length(); i++) {
      char unit = value.charAt(i);
      if (unit < 2) {
        put((byte) 1);
        put((byte) (unit + 1));
      } else if (unit < 0x80) {
        put((byte) unit);
      } else if (unit < 0x800) {
        put((byte) (0xC0 | unit >> 6));
        put((byte) (0x80 | unit & 0x3F));
      } else {
        put((byte) (0xE0 | unit >> 12));
        put((byte) (0x80 | unit >> 6 & 0x3F));
        put((byte) (0x80 | unit & 0x3F));
      }
    }
    put((byte) 0);
  }

  /** Field by field: type, name, value; that is how MongoDB compares documents. */
  private void document(Map<?, ?> fields) {
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      Object value = field.getValue();
      TypeOrder type = TypeOrder.of(value);
      put(type.code());
      text((String) field.getKey());
      if (value != null) {
        payload(type, value);
      }
    }
    put((byte) 0);
  }

  private void array(Collection<?> elements) {
    elements.forEach(this::value);
    put((byte) 0);
  }

  private void binary(byte[] data) {
    fixed(data.length);
    raw(data);
  }

  private void uuid(UUID uuid) {
    fixed(uuid.getMostSignificantBits());
    fixed(uuid.getLeastSignificantBits());
  }

  private void put(byte value) {
    reserve(1);
    bytes[length++] = value;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
