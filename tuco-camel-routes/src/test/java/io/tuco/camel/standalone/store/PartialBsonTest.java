package io.tuco.camel.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PartialBsonTest {

  static Stream<Object> valuesOfEveryType() {
    return Stream.of(
        1,
        1L,
        1.5,
        true,
        "text",
        new Document("a", new Document("b", 1)),
        List.of(1, "two", List.of(3)),
        new BinData(new byte[] {1, 2, 3}),
        new UUID(1, 2),
        new ObjectId("0123456789abcdef01234567"),
        Instant.ofEpochMilli(5),
        new BsonTimestamp(7),
        new Decimal128(1, 3476778912330022912L),
        new BsonRegularExpression("^a", "i"),
        MinKey.getInstance(),
        MaxKey.getInstance());
  }

  @ParameterizedTest
  @MethodSource("valuesOfEveryType")
  void stepsOverWhatIsNotWanted(Object value) {
    byte[] stored = Bson.encode(new Document("other", value).append("wanted", "here"));

    Document partial = PartialBson.decode(stored, Set.of("wanted", "missing"));

    assertThat(partial).isEqualTo(new Document("wanted", "here"));
  }

  @Test
  void readsNothingWhereNothingIsWanted() {
    byte[] stored = Bson.encode(new Document("_id", 1).append("nothing", null));

    assertThat(PartialBson.decode(stored, Set.of())).isEmpty();
  }
}
