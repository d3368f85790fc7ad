package io.tuco.camel.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BatchingTest {

  private final List<List<Integer>> taken = new ArrayList<>();
  private final Later worker = new Later();
  private final Batching<Integer> batching = new Batching<>(worker, 10, taken::add);

  @Test
  void takesOneAlone() {
    batching.offer(1);
    worker.run();

    assertThat(taken).containsExactly(List.of(1));
  }

  @Test
  void takesTogetherWhatHasGatheredAndNoMoreThanFits() {
    IntStream.rangeClosed(1, 25).forEach(batching::offer);
    worker.run();

    assertThat(taken).extracting(List::size).containsExactly(10, 10, 5);
    assertThat(taken.stream().flatMap(List::stream))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 25).boxed().toList());
  }

  @Test
  void takesWhatIsOfferedWhileItWorks() {
    var own = new AtomicReference<Batching<Integer>>();
    own.set(
        new Batching<>(
            worker,
            10,
            batch -> {
              taken.add(batch);
              if (batch.contains(1)) {
                own.get().offer(2);
              }
            }));
    own.get().offer(1);
    worker.run();

    assertThat(taken).containsExactly(List.of(1), List.of(2));
  }

  /** Somebody waits to hear of it. */
  @Test
  void leavesNothingLyingWhenItsThreadIsGone() {
    worker.shutdown();
    batching.offer(1);
    batching.offer(2);

    assertThat(taken).containsExactly(List.of(1), List.of(2));
  }

  /** Runs what it is given when it is told to. */
  private static final class Later extends AbstractExecutorService {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean down;

    void run() {
      while (!tasks.isEmpty()) {
        tasks.remove().run();
      }
    }

    @Override
    public void execute(Runnable task) {
      if (down) {
        throw new RejectedExecutionException();
      }
      tasks.add(task);
    }

    @Override
    public void shutdown() {
      down = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
      down = true;
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return down;
    }

    @Override
    public boolean isTerminated() {
      return down;
    }

    @Override
    public boolean awaitTermination(long time, TimeUnit unit) {
      return down;
    }
  }
}
