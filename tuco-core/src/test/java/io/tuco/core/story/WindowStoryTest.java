package io.tuco.core.story;

import static io.tuco.core.story.Requests.aTextTo;
import static io.tuco.core.story.Requests.fromNineToTen;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.dispatch.HeldBy;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.harness.WatchedStores;
import io.tuco.core.line.LineLimits;
import io.tuco.core.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A window that closes over a backlog holds it, and costs the store nothing. */
final class WindowStoryTest {

  private final WatchedStores stores = new WatchedStores();
  // Ten to ten in New York.
  private final TucoHarness tuco =
      TucoHarness.at("2027-03-12T14:50:00Z", DispatchSettings.documented(), stores);

  private List<Message> all(List<String> ids) {
    return ids.stream().map(tuco::message).toList();
  }

  @Test
  void rewritesNoWaitingMessageWhileItsWindowIsClosed() {
    tuco.lineIsLimitedTo(new LineLimits(500, 500, 500, Duration.ZERO));
    var ids =
        IntStream.range(0, 60)
            .mapToObj(person -> tuco.submits(aTextTo(person, "hi").within(fromNineToTen())))
            .toList();
    tuco.passes(Duration.ofMinutes(10));
    var writes = stores.writes().size();
    var waiting = ids.subList(20, 60);
    var held = all(waiting);

    tuco.passes(Duration.ofHours(23).minusMillis(1));

    assertThat(tuco.relay().sent()).hasSize(20);
    assertThat(stores.writes()).hasSize(writes);
    assertThat(all(waiting)).isEqualTo(held);
    tuco.passes(Duration.ofMinutes(30));
    assertThat(tuco.relay().sent()).hasSize(60);
  }

  @Test
  void saysWhichWindowAndWhenItOpens() {
    tuco.passes(Duration.ofMinutes(10));
    var id = tuco.submits(aTextTo(1, "hi").within(fromNineToTen()));

    tuco.passes(Duration.ofHours(1));

    var hold = tuco.explanationOf(id).orElseThrow();
    assertThat(hold.by()).isEqualTo(HeldBy.SEND_WINDOW);
    assertThat(hold.until()).contains(Instant.parse("2027-03-13T14:00:00Z"));
    assertThat(hold.detail()).contains("09:00-10:00").contains("America/New_York");
  }

  @Test
  void opensAnHourEarlierInUtcAfterTheClocksChange() {
    tuco.passes(Duration.ofDays(1).plusMinutes(10));
    var id = tuco.submits(aTextTo(1, "hi").within(fromNineToTen()));

    tuco.passes(Duration.between(tuco.now(), Instant.parse("2027-03-14T13:00:00Z")));

    assertThat(tuco.message(id).timeline().sentAt())
        .contains(Instant.parse("2027-03-14T13:00:00Z"));
  }
}
