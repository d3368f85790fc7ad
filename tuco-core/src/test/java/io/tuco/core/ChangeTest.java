package io.tuco.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChangeTest {

  @Test
  void leavesAloneSetsOrClears() {
    var current = Optional.of("old");

    assertThat(Change.<String>none().after(current)).contains("old");
    assertThat(Change.to("new").after(current)).contains("new");
    assertThat(Change.<String>toNothing().after(current)).isEmpty();
    assertThat(Change.<String>none().after(Optional.empty())).isEmpty();
  }
}
