package io.tuco.camel.json;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What bytes that should be JSON turned out to be. Reading never throws: somebody else wrote them.
 *
 * <p>Bounds: depth 32, strings of 64 Ki characters, numbers of 32 digits, names of 128 characters;
 * names are unique, the encoding is UTF-8 without a byte order mark. The size of the whole is for
 * the caller to bound.
 */
public sealed interface JsonTree {

  /** The three answers, to switch on. */
  enum Kind {
    OBJECT,
    OTHER,
    MALFORMED
  }

  Kind kind();

  /** An object: maps, lists, strings, booleans, numbers and nulls, in the order they were read. */
  record ObjectTree(Map<String, @Nullable Object> members) implements JsonTree {
    @Override
    public Kind kind() {
      return Kind.OBJECT;
    }
  }

  /** JSON, but an array, a string, a number, a boolean or null. */
  record Other(Optional<Object> value) implements JsonTree {
    @Override
    public Kind kind() {
      return Kind.OTHER;
    }
  }

  /** No JSON, or more of it than we read. */
  record Malformed() implements JsonTree {
    @Override
    public Kind kind() {
      return Kind.MALFORMED;
    }
  }

  static JsonTree parse(byte[] document) {
    return TreeParser.parse(document);
  }

  /** The members, when it is an object. */
  default Optional<Map<String, @Nullable Object>> asObject() {
    return this instanceof ObjectTree object ? Optional.of(object.members()) : Optional.empty();
  }
}
