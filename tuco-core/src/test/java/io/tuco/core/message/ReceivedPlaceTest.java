package io.tuco.core.message;

import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReceivedPlaceTest {

  @Test
  void isReadAsItIsWritten() {
    var place = new ReceivedPlace(id(7), 12);

    assertThat(ReceivedPlace.of(place.asFileId())).contains(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".1", "6b0ad1ba9f0d70e6a3ab16d0", "6b0ad1ba9f0d70e6a3ab16d0.", "x.1"})
  void isNoneOfAFileThatWeKeep(String fileId) {
    assertThat(ReceivedPlace.of(fileId)).isEmpty();
  }
}
