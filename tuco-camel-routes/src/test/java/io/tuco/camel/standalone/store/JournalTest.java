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
  private final Journal journal = new Journal(this::commit);

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void commitsWhatOneCommandChangesAtOnce() throws Exception {
    put(0, 20);
    assertThat(commits).isEmpty();

    journal.settled().get(10, TimeUnit.SECONDS);
    assertThat(commits).containsExactly(20);
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
    commits.add(batch.documents().size());
    begun.countDown();
  }

  private void put(int from, int to) {
    for (var position = from; position < to; position++) {
      journal.put(position, SOME);
    }
  }
}
