package io.tuco.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is read again, when, and together with what else. */
final class RecentTest {

  private static final Duration AGE = Duration.ofNanos(1_000);

  private record Thing(String id, int version) {}

  private final Map<String, Thing> stored = new HashMap<>();
  private final List<Set<String>> reads = new ArrayList<>();
  private long nanos;
  private final Recent<Optional<Thing>> things =
      Recent.together(this::read, Thing::id, AGE, () -> nanos);

  private List<Thing> read(Set<String> ids) {
    reads.add(new TreeSet<>(ids));
    return ids.stream().filter(stored::containsKey).map(stored::get).toList();
  }

  private void store(String id, int version) {
    stored.put(id, new Thing(id, version));
  }

  @Test
  void readsEachThingOnceWithinItsAge() {
    store("a", 1);

    assertThat(things.of("a")).hasValue(new Thing("a", 1));
    store("a", 2);
    nanos = 999;
    assertThat(things.of("a")).hasValue(new Thing("a", 1));
    nanos = 1_000;
    assertThat(things.of("a")).hasValue(new Thing("a", 2));
    assertThat(reads).hasSize(2);
  }

  @Test
  void readsThoseThatWereAskedForLatelyAgainTogether() {
    List.of("a", "b", "c", "d").forEach(id -> store(id, 1));
    List.of("a", "b", "c", "d").forEach(things::of);
    List.of("a", "b").forEach(things::of);
    reads.clear();

    nanos = 1_000;
    assertThat(things.of("a")).isPresent();
    assertThat(things.of("b")).isPresent();

    assertThat(reads).containsExactly(Set.of("a", "b"));
  }

  @Test
  void remembersWhatThereIsNot() {
    assertThat(things.of("none")).isEmpty();
    assertThat(things.of("none")).isEmpty();

    assertThat(reads).hasSize(1);
  }

  @Test
  void doesNotReadWhatIsYoung() {
    List.of("a", "b").forEach(id -> store(id, 1));
    things.of("a");
    nanos = 600;
    things.of("b");
    List.of("a", "b").forEach(things::of);
    reads.clear();

    nanos = 1_000;
    things.of("a");

    assertThat(reads).containsExactly(Set.of("a"));
  }

  @Test
  void readsNoMoreThanAHundredAtOnce() {
    var ids = IntStream.range(0, 150).mapToObj(number -> "t" + number).toList();
    ids.forEach(id -> store(id, 1));
    ids.forEach(things::of);
    ids.forEach(things::of);
    reads.clear();

    nanos = 1_000;
    ids.forEach(things::of);

    assertThat(reads).hasSize(2).allSatisfy(read -> assertThat(read).hasSizeLessThan(101));
  }

  @Test
  void doesNotKeepWhatChangedWhileItWasRead() {
    store("a", 1);
    var changedMeanwhile = new ArrayList<Recent<?>>();
    var racing =
        Recent.together(
            (Set<String> ids) -> {
              var found = read(ids);
              store("a", 2);
              changedMeanwhile.forEach(recent -> recent.forget("a"));
              return found;
            },
            Thing::id,
            AGE,
            () -> nanos);
    changedMeanwhile.add(racing);

    assertThat(racing.of("a")).hasValue(new Thing("a", 1));
    assertThat(racing.of("a")).hasValue(new Thing("a", 2));
  }

  @Test
  void doesNotKeepAnotherThatChangedWhileItWasRead() {
    List.of("a", "b").forEach(id -> store(id, 1));
    var changes = new ArrayList<Runnable>();
    var racing =
        Recent.together(
            (Set<String> ids) -> {
              var found = read(ids);
              changes.forEach(Runnable::run);
              return found;
            },
            Thing::id,
            AGE,
            () -> nanos);
    List.of("a", "b", "a", "b").forEach(racing::of);
    nanos = 1_000;
    changes.add(() -> store("b", 2));
    changes.add(() -> racing.forget("b"));
    reads.clear();

    assertThat(racing.of("a")).hasValue(new Thing("a", 1));
    assertThat(reads).containsExactly(Set.of("a", "b"));
    assertThat(racing.of("b")).hasValue(new Thing("b", 2));
    assertThat(racing.of("a")).hasValue(new Thing("a", 1));
    assertThat(reads).hasSize(2);
  }

  @Test
  void readsAloneWhereOneOfManyCannotBeRead() {
    List.of("a", "b", "broken").forEach(id -> store(id, 1));
    var breaks = new ArrayList<String>();
    var some =
        Recent.together(
            (Set<String> ids) -> {
              if (ids.stream().anyMatch(breaks::contains)) {
                throw new IllegalStateException("cannot be read");
              }
              return read(ids);
            },
            Thing::id,
            AGE,
            () -> nanos);
    for (var round = 0; round < 2; round++) {
      List.of("a", "b", "broken").forEach(some::of);
    }
    breaks.add("broken");
    nanos = 1_000;

    assertThat(some.of("a")).isPresent();
    assertThat(some.of("b")).isPresent();
    assertThatThrownBy(() -> some.of("broken")).hasMessage("cannot be read");
    assertThat(some.of("a")).isPresent();
  }

  @Test
  void doesNotTakeAlongWhatThereIsNot() {
    store("a", 1);
    for (var round = 0; round < 2; round++) {
      List.of("a", "none").forEach(things::of);
    }
    reads.clear();
    nanos = 1_000;
    things.of("a");

    assertThat(reads).containsExactly(Set.of("a"));
  }

  @Test
  void readsEveryTimeWithoutAnAge() {
    var never = Recent.together(this::read, Thing::id, Duration.ZERO, () -> nanos);
    never.of("a");
    never.of("a");

    assertThat(reads).hasSize(2);
  }
}
