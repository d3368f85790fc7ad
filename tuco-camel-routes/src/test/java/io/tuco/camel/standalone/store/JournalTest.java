package io.tuco.camel.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is committed together, and when. */
@Timeout(20)
final class JournalTest {

  private static final byte[] SOME = {1};

  private final List<Integer> commits = new CopyOnWriteArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile CountDownLatch resume = new CountDownLatch(0);
  private final Journal journal = new Journal(this::commit);

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void commitsWhatOneCommandChangesAtOnce() throws Exception {
    for (var command = 0; command < 100; command++) {
      put(0, 500);
      journal.settled().get(10, TimeUnit.SECONDS);
    }

    assertThat(commits).hasSize(100).containsOnly(500);
  }

  @Test
  void commitsWhatComesDuringACommitInTheNext() throws Exception {
    resume = new CountDownLatch(1);
    put(0, 1);
    var first = journal.settled();
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    put(1, 4);
    var second = journal.settled();
    assertThat(first).isNotDone();
    resume.countDown();

    second.get(10, TimeUnit.SECONDS);
    assertThat(commits).containsExactly(1, 3);
  }

  @Test
  void doesNotLetACommandOfManyChangesPileThemUp() throws Exception {
    put(0, 1_000);

    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void commitsWhatNobodyAskedForWhenItCloses() {
    put(0, 3);
    journal.close();

    assertThat(commits).containsExactly(3);
  }

  private void commit(Batch batch) {
    begun.countDown();
    try {
      resume.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    commits.add(batch.documents().size());
  }

  private void put(int from, int to) {
    for (var position = from; position < to; position++) {
      journal.put(position, SOME);
    }
  }
}
