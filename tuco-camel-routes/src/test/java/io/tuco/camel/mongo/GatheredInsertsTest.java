package io.tuco.camel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.core.store.Rivals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class GatheredInsertsTest {

  private final Set<Object> stored = ConcurrentHashMap.newKeySet();
  private final AtomicInteger commands = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final List<Integer> sizes = new ArrayList<>();
  private final GatheredInserts inserts = new GatheredInserts(this::insert);

  @Test
  void insertsOneAloneAndTellsWhatIsThere() {
    assertThat(inserts.insertIfAbsent(document(1))).isTrue();
    assertThat(inserts.insertIfAbsent(document(1))).isFalse();
    assertThat(commands).hasValue(2);
  }

  @Test
  void givesEachIdToOneOfManyRivals() {
    var won = Rivals.race(200, number -> inserts.insertIfAbsent(document(number % 100)));

    assertThat(won.stream().filter(first -> first).count()).isEqualTo(100);
    assertThat(stored).hasSize(100);
    assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(200);
    assertThat(sizes).allMatch(size -> size <= 64);
    assertThat(commands.get()).isLessThan(200);
  }

  @Test
  void tellsEverybodyOfAFailureAndGoesOn() {
    var failing =
        new GatheredInserts(
            documents -> {
              throw new IllegalArgumentException("refused");
            });

    for (var time = 0; time < 2; time++) {
      assertThatThrownBy(() -> failing.insertIfAbsent(document(1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void tellsAnInterruptedThreadAsWellAndLeavesItInterrupted() {
    var told =
        Rivals.race(
            50,
            number -> {
              Thread.currentThread().interrupt();
              return inserts.insertIfAbsent(document(number)) && Thread.interrupted();
            });

    assertThat(told).containsOnly(true);
    assertThat(stored).hasSize(50);
  }

  @Test
  void saysOfNoneThatItIsStoredWhenTheCommandDies() {
    var dying =
        new GatheredInserts(
            documents -> {
              throw new StackOverflowError();
            });

    assertThatThrownBy(() -> dying.insertIfAbsent(document(1)))
        .isInstanceOf(StackOverflowError.class);
  }

  /** As a store would, one command at a time. */
  private Set<Integer> insert(List<Document> documents) {
    assertThat(atOnce.incrementAndGet()).isOne();
    commands.incrementAndGet();
    sizes.add(documents.size());
    var present = new HashSet<Integer>();
    for (var place = 0; place < documents.size(); place++) {
      if (!stored.add(documents.get(place).get("_id"))) {
        present.add(place);
      }
    }
    atOnce.decrementAndGet();
    return present.stream().collect(Collectors.toUnmodifiableSet());
  }

  private static Document document(int number) {
    return new Document("_id", number);
  }
}
