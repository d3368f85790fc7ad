package io.tuco.core.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ParsedTest {

  @Test
  void holdsAValueOrAReason() {
    var accepted = Parsed.accepted("value");
    var refused = Parsed.<String>refused("reason");

    assertThat(accepted.isAccepted()).isTrue();
    assertThat(accepted.value()).hasValue("value");
    assertThat(accepted.refusal()).isEmpty();
    assertThat(accepted.orElseThrow()).isEqualTo("value");
    assertThat(refused.isAccepted()).isFalse();
    assertThat(refused.value()).isEmpty();
    assertThat(refused.refusal()).hasValue("reason");
    assertThatThrownBy(refused::orElseThrow)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("reason");
  }

  @Test
  void doesNotPrintWhatItHolds() {
    assertThat(Parsed.accepted("+14155550100")).hasToString("accepted");
    assertThat(Parsed.refused("too long")).hasToString("refused: too long");
  }
}
