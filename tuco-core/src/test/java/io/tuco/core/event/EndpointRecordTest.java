package io.tuco.core.event;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aDelivery;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EndpointRecordTest {

  private static final Instant SECOND = NOW.plusSeconds(1);
  private static final Instant THIRD = NOW.plusSeconds(2);

  @Test
  void countsConsecutiveFailures() {
    var record = EndpointRecord.untried().after(bad(NOW)).after(bad(SECOND));

    assertThat(record)
        .isEqualTo(
            new EndpointRecord(
                Optional.of(SECOND), Optional.empty(), Optional.of(SECOND), 2, Optional.of(NOW)));
  }

  @Test
  void forgetsTheCountButNotTheInstantAfterASuccess() {
    var record = EndpointRecord.untried().after(bad(NOW)).after(good(SECOND));

    assertThat(record)
        .isEqualTo(
            new EndpointRecord(
                Optional.of(SECOND), Optional.of(SECOND), Optional.of(NOW), 0, Optional.empty()));
  }

  @Test
  void hasBeenFailingSinceTheFirstFailureAfterTheLastSuccess() {
    var record = EndpointRecord.untried().after(good(NOW)).after(bad(SECOND)).after(bad(THIRD));

    assertThat(record.failingFrom()).contains(SECOND);
  }

  /** However attempts are gathered, they come to the same. */
  @Test
  void comesToTheSameByOneAndByMany() {
    var random = new Random(5);
    for (var round = 0; round < 200; round++) {
      var oneByOne = EndpointRecord.untried();
      var gathered = EndpointRecord.untried();
      Optional<EndpointTally> open = Optional.empty();
      for (var attempt = 0; attempt < 10; attempt++) {
        var at = NOW.plusSeconds(attempt);
        var tally = random.nextInt(3) == 0 ? good(at) : bad(at);
        oneByOne = oneByOne.after(tally);
        var more = open.map(earlier -> earlier.and(tally)).orElse(tally);
        var isFull = random.nextBoolean();
        gathered = isFull ? gathered.after(more) : gathered;
        open = isFull ? Optional.empty() : Optional.of(more);
      }
      for (var rest : open.map(List::of).orElse(List.of())) {
        gathered = gathered.after(rest);
      }

      assertThat(gathered).isEqualTo(oneByOne);
    }
  }

  private static EndpointTally bad(Instant at) {
    return EndpointTally.of(aDelivery().build(), DeliveryAnswer.status(500), at);
  }

  private static EndpointTally good(Instant at) {
    return EndpointTally.of(aDelivery().build(), DeliveryAnswer.status(200), at);
  }
}
