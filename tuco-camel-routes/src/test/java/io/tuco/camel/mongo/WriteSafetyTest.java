package io.tuco.camel.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WriteSafetyTest {

  private static final Document UNKNOWN = new Document();

  @ParameterizedTest
  @ValueSource(strings = {"w=0", "w=1", "w=2", "journal=false", "w=majority&journal=false"})
  void noticesAUriThatAsksForLess(String option) {
    assertThat(WriteSafety.weaknessOf(uri("?" + option))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?w=majority", "?journal=true", "?w=majority&journal=true"})
  void acceptsAUriThatAsksForAMajorityOrNothing(String options) {
    assertThat(WriteSafety.weaknessOf(uri(options))).isEmpty();
  }

  @Test
  void noticesASetWhoseDefaultIsOneServer() {
    var defaults = Document.parse("{defaultWriteConcern: {w: 1, wtimeout: 0}}");

    assertThat(WriteSafety.weaknessOf(defaults, UNKNOWN)).isPresent();
  }

  @Test
  void noticesASetThatDoesNotWaitForItsDisks() {
    var set = Document.parse("{config: {writeConcernMajorityJournalDefault: false}}");

    assertThat(WriteSafety.weaknessOf(UNKNOWN, set)).isPresent();
  }

  @Test
  void acceptsASetThatWaitsForAMajority() {
    var defaults = Document.parse("{defaultWriteConcern: {w: 'majority', wtimeout: 0}}");
    var set = Document.parse("{config: {writeConcernMajorityJournalDefault: true}}");

    assertThat(WriteSafety.weaknessOf(defaults, set)).isEmpty();
  }

  @Test
  void acceptsAServerThatDoesNotTell() {
    assertThat(WriteSafety.weaknessOf(UNKNOWN, UNKNOWN)).isEmpty();
  }

  private static ConnectionString uri(String options) {
    return new ConnectionString("mongodb://127.0.0.1:27017/" + options);
  }
}
