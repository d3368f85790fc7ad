package io.tuco.core.event;

import static io.tuco.core.fixture.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Webhook contract, section 5: counters. */
final class EndpointRecordTest {

  @Test
  void countsConsecutiveFailures() {
    var record =
        EndpointRecord.untried()
            .after(DeliveryAnswer.status(500), NOW)
            .after(DeliveryAnswer.none("no answer"), NOW.plusSeconds(1));

    assertThat(record)
        .isEqualTo(
            new EndpointRecord(
                Optional.of(NOW.plusSeconds(1)),
                Optional.empty(),
                Optional.of(NOW.plusSeconds(1)),
                2,
                Optional.of(NOW)));
  }

  @Test
  void forgetsTheCountButNotTheInstantAfterASuccess() {
    var record =
        EndpointRecord.untried()
            .after(DeliveryAnswer.status(500), NOW)
            .after(DeliveryAnswer.status(200), NOW.plusSeconds(1));

    assertThat(record)
        .isEqualTo(
            new EndpointRecord(
                Optional.of(NOW.plusSeconds(1)),
                Optional.of(NOW.plusSeconds(1)),
                Optional.of(NOW),
                0,
                Optional.of(NOW.plusSeconds(1))));
  }
}
