package io.tuco.camel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.core.store.Rivals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class GatheringTest {

  private final Set<Object> stored = ConcurrentHashMap.newKeySet();
  private final AtomicInteger commands = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final List<Integer> sizes = new ArrayList<>();
  private final Gathering<Document, Boolean> inserts = new Gathering<>(this::insert);

  @Test
  void insertsOneAloneAndTellsWhatIsThere() {
    assertThat(inserts.ask(document(1))).isTrue();
    assertThat(inserts.ask(document(1))).isFalse();
    assertThat(commands).hasValue(2);
  }

  @Test
  void givesEachIdToOneOfManyRivals() {
    var won = Rivals.race(200, number -> inserts.ask(document(number % 100)));

    assertThat(won.stream().filter(first -> first).count()).isEqualTo(100);
    assertThat(stored).hasSize(100);
    assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(200);
    assertThat(sizes).allMatch(size -> size <= 64);
    assertThat(commands.get()).isLessThan(200);
  }

  @Test
  void tellsEverybodyOfAFailureAndGoesOn() {
    var failing =
        new Gathering<Document, Boolean>(
            documents -> {
              throw new IllegalArgumentException("refused");
            });

    for (var time = 0; time < 2; time++) {
      assertThatThrownBy(() -> failing.ask(document(1)))
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
              return inserts.ask(document(number)) && Thread.interrupted();
            });

    assertThat(told).containsOnly(true);
    assertThat(stored).hasSize(50);
  }

  @Test
  void saysOfNoneThatItIsStoredWhenTheCommandDies() {
    var dying =
        new Gathering<Document, Boolean>(
            documents -> {
              throw new StackOverflowError();
            });

    assertThatThrownBy(() -> dying.ask(document(1))).isInstanceOf(StackOverflowError.class);
  }

  @Test
  void takesAlongWhatWasBegunBefore() {
    var begun = inserts.begin(document(1));
    assertThat(inserts.ask(document(2))).isTrue();
    assertThat(commands).hasValue(1);

    assertThat(begun.answer()).isTrue();
    assertThat(begun.answer()).isTrue();
    assertThat(commands).hasValue(1);
  }

  @Test
  void asksForWhatWasBegunWhenNobodyElseDoes() {
    var begun = inserts.begin(document(1));
    assertThat(commands).hasValue(0);

    assertThat(begun.answer()).isTrue();
    assertThat(commands).hasValue(1);
  }

  @Test
  void hasWhatIsSentAskedByAnotherForAllWhoWait() {
    var tasks = new ArrayList<Runnable>();
    var sending = new Gathering<>(this::insert, tasks::add);
    var one = sending.begin(document(1));
    var other = sending.begin(document(2));

    one.send();
    other.send();
    assertThat(commands).hasValue(0);
    tasks.forEach(Runnable::run);

    assertThat(tasks).hasSize(1);
    assertThat(one.answer()).isTrue();
    assertThat(other.answer()).isTrue();
    assertThat(commands).hasValue(1);
  }

  @Test
  void asksNothingTwiceThatIsSentWhenItWasAsked() {
    var tasks = new ArrayList<Runnable>();
    var sending = new Gathering<>(this::insert, tasks::add);
    var begun = sending.begin(document(1));
    begun.answer();

    begun.send();

    assertThat(tasks).isEmpty();
    assertThat(begun.answer()).isTrue();
    assertThat(commands).hasValue(1);
  }

  @Test
  void leavesToItsOwnerWhatNobodyIsLeftToSend() {
    var sending =
        new Gathering<>(
            this::insert,
            task -> {
              throw new RejectedExecutionException("over");
            });
    var begun = sending.begin(document(1));

    begun.send();

    assertThat(begun.answer()).isTrue();
    assertThat(commands).hasValue(1);
  }

  @Test
  void answersEachOfManyThatAreSentAtOnce() {
    var senders = Executors.newFixedThreadPool(2);
    try {
      var sending = new Gathering<>(this::insert, senders);
      var won =
          Rivals.race(
              200,
              number -> {
                var begun = sending.begin(document(number));
                begun.send();
                return begun.answer();
              });

      assertThat(won).containsOnly(true);
      assertThat(stored).hasSize(200);
    } finally {
      senders.shutdown();
    }
  }

  @Test
  void waitsForNobodyWhoseAnswerIsNeverFetched() {
    for (var number = 0; number < 200; number++) {
      inserts.begin(document(number));
    }

    assertThat(Rivals.race(50, number -> inserts.ask(document(1_000 + number)))).containsOnly(true);
  }

  @Test
  void neverAsksWhatIsForgotten() {
    for (var number = 0; number < 10_000; number++) {
      inserts.begin(document(number)).forget();
    }
    var kept = inserts.begin(document(-1));
    kept.answer();
    kept.forget();

    assertThat(inserts.ask(document(-2))).isTrue();
    assertThat(stored).containsExactlyInAnyOrder(-1, -2);
    assertThat(kept.answer()).isTrue();
  }

  @Test
  void asksForEachOnceHoweverTheyAreFetched() {
    var won =
        Rivals.race(
            100,
            number -> IntStream.range(20 * number, 20 * number + 20).allMatch(this::winsAllThree));

    assertThat(won).containsOnly(true);
    assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(6_000);
  }

  private boolean winsAllThree(int number) {
    var first = inserts.begin(document(3 * number));
    var second = inserts.begin(document(3 * number + 1));
    var between = inserts.ask(document(3 * number + 2));
    return second.answer() && first.answer() && between;
  }

  /** As a store would, one command at a time. */
  private List<Boolean> insert(List<Document> documents) {
    assertThat(atOnce.incrementAndGet()).isOne();
    commands.incrementAndGet();
    sizes.add(documents.size());
    var isNew = documents.stream().map(document -> stored.add(document.get("_id"))).toList();
    atOnce.decrementAndGet();
    return isNew;
  }

  private static Document document(int number) {
    return new Document("_id", number);
  }
}
