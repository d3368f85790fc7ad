package io.tuco.camel.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** That the look for nulls after every contract test would find one. */
final class StoredNullsTest {

  @Test
  void findsNullsAtAnyDepth() {
    var document = BsonDocument.parse("{a: null, b: {c: [1, {d: null}]}, e: ''}");

    assertThat(StoredNulls.in("x", document)).containsExactly("x.a", "x.b.c[].d");
  }
}
