package io.tuco.camel.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns one document into a tree, within the bounds that {@link JsonTree} promises. */
final class TreeParser {

  private static final int MAX_DEPTH = 32;
  private static final int MAX_STRING = 64 * 1024;
  private static final int MAX_NUMBER = 32;
  private static final int MAX_NAME = 128;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          // Names come from strangers: none of them is worth remembering.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .maxNumberLength(MAX_NUMBER)
                  .maxNameLength(MAX_NAME)
                  .build())
          .build();

  private final JsonParser parser;

  private TreeParser(JsonParser parser) {
    this.parser = parser;
  }

  static JsonTree parse(byte[] document) {
    try (var parser = JSON.createParser(strictly(document))) {
      return new TreeParser(parser).document();
    } catch (IOException | UnreadableException e) {
      return new JsonTree.Malformed();
    }
  }

  /** Jackson would guess UTF-16 and mend overlong sequences; JSON between systems is UTF-8. */
  private static String strictly(byte[] document) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
  }

  private JsonTree document() throws IOException {
    if (parser.nextToken() == null) {
      return new JsonTree.Malformed();
    }
    var isObject = parser.currentToken() == JsonToken.START_OBJECT;
    JsonTree tree =
        isObject
            ? new JsonTree.ObjectTree(object())
            : new JsonTree.Other(Optional.ofNullable(value()));
    return parser.nextToken() == null ? tree : new JsonTree.Malformed();
  }

  private @Nullable Object value() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> finite(parser.getDoubleValue());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new UnreadableException();
    };
  }

  private Map<String, @Nullable Object> object() throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      // Two values under one name are two opinions on what was said.
      if (name.length() > MAX_NAME || members.containsKey(name)) {
        throw new UnreadableException();
      }
      parser.nextToken();
      members.put(name, value());
    }
    return members;
  }

  private List<@Nullable Object> array() throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return items;
  }

  /** 1e999 is JSON, but no number we could write back. */
  private static Double finite(double number) {
    if (!Double.isFinite(number)) {
      throw new UnreadableException();
    }
    return number;
  }

  private static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableException() {
      super(null, null, false, false);
    }
  }
}
