package io.tuco.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SortableIdsTest {

  private final SettableClock clock = SettableClock.at("2027-03-12T12:00:00.123Z");
  private final SortableIds ids = new SortableIds(clock, new Random(7));

  @Test
  void makesObjectIdsOfTheSecondsFirst() {
    var id = ids.objectId();

    assertThat(id).matches("[0-9a-f]{24}");
    assertThat(Long.parseLong(id.substring(0, 8), 16)).isEqualTo(clock.instant().getEpochSecond());
  }

  @Test
  void makesSortableIdsOfTheMillisecondsFirst() {
    var id = ids.sortableId();

    assertThat(id).matches("[0-9a-hjkmnp-tv-z]{26}");
    var sameInstant = ids.sortableId();
    assertThat(sameInstant.substring(0, 10)).isEqualTo(id.substring(0, 10));
    clock.advance(Duration.ofMillis(1));
    assertThat(ids.sortableId().substring(0, 10)).isGreaterThan(id.substring(0, 10));
  }

  @Test
  void makesUuidsOfVersionFour() {
    var uuids = many(1000, ids::uuid);

    assertThat(uuids)
        .doesNotHaveDuplicates()
        .allSatisfy(
            text -> {
              assertThat(UUID.fromString(text)).hasToString(text);
              assertThat(UUID.fromString(text).version()).isEqualTo(4);
              assertThat(UUID.fromString(text).variant()).isEqualTo(2);
            });
  }

  @Test
  void sortsByTime() {
    var instants =
        List.of(
            Instant.EPOCH,
            Instant.parse("2001-09-09T01:46:40Z"),
            Instant.parse("2027-03-12T12:00:00Z"),
            Instant.parse("2038-01-19T03:14:08Z"),
            Instant.parse("2106-02-07T06:28:15Z"));

    assertThat(at(instants, ids::objectId)).isSorted();
    assertThat(at(instants, ids::sortableId)).isSorted();
  }

  @Test
  void makesNoIdTwiceWithinOneInstant() {
    assertThat(many(100_000, ids::objectId)).doesNotHaveDuplicates();
    assertThat(many(10_000, ids::sortableId)).doesNotHaveDuplicates();
  }

  @Test
  void makesNoIdTwiceInSeveralThreads() {
    var made = Stream.generate(() -> 0).limit(20_000).parallel().map(any -> ids.objectId());

    assertThat(made.toList()).doesNotHaveDuplicates();
  }

  @Test
  void countsOnBeyondTheEndOfItsCounter() {
    var last = new SortableIds(clock, allOnes());

    assertThat(last.objectId()).endsWith("ffffff");
    assertThat(last.objectId()).endsWith("000000").hasSize(24);
  }

  @Test
  void differsFromOtherProcesses() {
    var other = new SortableIds(clock, new Random(8));

    assertThat(other.objectId().substring(8, 18)).isNotEqualTo(ids.objectId().substring(8, 18));
  }

  @Test
  void repeatsWithItsGenerator() {
    var again = new SortableIds(clock, new Random(7));

    assertThat(List.of(again.objectId(), again.sortableId(), again.uuid()))
        .containsExactly(ids.objectId(), ids.sortableId(), ids.uuid());
  }

  private List<String> at(List<Instant> instants, Supplier<String> id) {
    return instants.stream()
        .map(
            instant -> {
              clock.set(instant);
              return id.get();
            })
        .toList();
  }

  private static List<String> many(int count, Supplier<String> id) {
    return IntStream.range(0, count).mapToObj(any -> id.get()).toList();
  }

  private static RandomGenerator allOnes() {
    return () -> -1L;
  }
}
