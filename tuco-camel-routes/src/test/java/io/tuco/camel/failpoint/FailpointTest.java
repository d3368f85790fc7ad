package io.tuco.camel.failpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tuco.camel.failpoint.Failpoint.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FailpointTest {

  @Test
  void readsNameTimeAndAction() {
    var failpoint = Failpoint.parse("dispatch.after-intent:3:pause");

    assertThat(failpoint).isEqualTo(new Failpoint(Point.DISPATCH_AFTER_INTENT, 3, Action.PAUSE));
  }

  @ParameterizedTest
  @EnumSource(Point.class)
  void readsTheNameOfEveryPoint(Point point) {
    assertThat(Failpoint.parse(point.wire() + ":1:halt").point()).isEqualTo(point);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dispatch.after-intent",
        "dispatch.after-intent:0:halt",
        "dispatch.after-intent:1:stop",
        "dispatch.nowhere:1:halt",
        "DISPATCH_AFTER_INTENT:1:halt",
        "dispatch.after-intent:1:halt:2"
      })
  void refusesEverythingElse(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Failpoint.parse(text));
  }
}
