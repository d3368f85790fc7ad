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
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is read again, when, and together with what else. */
final class RecentTest {

  private static final Duration AGE = Duration.ofNanos(1_000);

  private record Thing(String id, int version) {}

  private final Map<String, Thing> stored = new HashMap<>();
  private final List<Set<String>> reads = new ArrayList<>();
  private long nanos;
  private Consumer<Set<String>> meanwhile = ids -> {};
  private final Recent<Optional<Thing>> things =
      Recent.together(this::read, Thing::id, AGE, () -> nanos);

  private List<Thing> read(Set<String> ids) {
    reads.add(new TreeSet<>(ids));
    var found = ids.stream().filter(stored::containsKey).map(stored::get).toList();
    meanwhile.accept(ids);
    return found;
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
    meanwhile = ids -> change("a");

    assertThat(things.of("a")).hasValue(new Thing("a", 1));
    assertThat(things.of("a")).hasValue(new Thing("a", 2));
  }

  @Test
  void doesNotKeepAnotherThatChangedWhileItWasRead() {
    useLately("a", "b");
    meanwhile = ids -> change("b");

    assertThat(things.of("a")).hasValue(new Thing("a", 1));
    assertThat(reads).containsExactly(Set.of("a", "b"));
    assertThat(things.of("b")).hasValue(new Thing("b", 2));
    assertThat(things.of("a")).hasValue(new Thing("a", 1));
    assertThat(reads).hasSize(2);
  }

  @Test
  void readsAloneWhereOneOfManyCannotBeRead() {
    useLately("a", "b", "broken");
    meanwhile = RecentTest::refuseTheBroken;

    assertThat(things.of("a")).isPresent();
    assertThat(things.of("b")).isPresent();
    assertThatThrownBy(() -> things.of("broken")).hasMessage("cannot be read");
    assertThat(things.of("a")).isPresent();
  }

  /** They are there, were asked for since they were read, and are due to be read again. */
  private void useLately(String... ids) {
    for (var round = 0; round < 2; round++) {
      for (var id : ids) {
        store(id, 1);
        things.of(id);
      }
    }
    reads.clear();
    nanos = 1_000;
  }

  private void change(String id) {
    store(id, 2);
    things.forget(id);
  }

  private static void refuseTheBroken(Set<String> ids) {
    if (ids.contains("broken")) {
      throw new IllegalStateException("cannot be read");
    }
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
