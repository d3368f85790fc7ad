package io.tuco.core.engine;

import io.tuco.core.intake.SubmissionResult;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A send call on its way to its message, a step at a time. Each step ends with what the next one
 * asks of the store: of many calls that make their steps side by side, the questions of one step
 * are asked together. For one thread at a time.
 */
public final class Acceptance {

  /** Where a call stands. */
  sealed interface Stage {

    /**
     * Something is to be done.
     *
     * @param isLong whether it asks the store several things one after the other
     * @param send has asked by others what it wants to know beside what it fetches first
     */
    record On(Supplier<Stage> step, boolean isLong, Runnable send) implements Stage {}

    record Over(SubmissionResult result) implements Stage {}
  }

  private Stage stage;
  private Optional<Throwable> failure = Optional.empty();

  Acceptance(Stage first) {
    this.stage = first;
  }

  static Acceptance over(SubmissionResult result) {
    return new Acceptance(new Stage.Over(result));
  }

  public boolean isOver() {
    return failure.isPresent() || stage instanceof Stage.Over;
  }

  /**
   * Whether what comes next would hold up those beside it: it asks the store several things one
   * after the other, as for a person who becomes a lead.
   */
  public boolean isLong() {
    return stage instanceof Stage.On on && on.isLong();
  }

  /** Makes the next step, if it is not over; what fails is told by {@link #result}. */
  public void step() {
    if (!isOver() && stage instanceof Stage.On on) {
      try {
        stage = on.step().get();
      } catch (RuntimeException | Error e) {
        // Whoever fetches the result hears of it; those beside it go on.
        failure = Optional.of(e);
      }
    }
  }

  /**
   * Has asked at once what the next step wants to know, so far as it is known: by others, and
   * beside what that step fetches first, which the thread that makes it asks itself.
   */
  public void send() {
    if (stage instanceof Stage.On on) {
      on.send().run();
    }
  }

  /** What it came to; once it is over. A failure is thrown here. */
  public SubmissionResult result() {
    if (failure.isPresent()) {
      throw thrown(failure.get());
    }
    if (stage instanceof Stage.Over over) {
      return over.result();
    }
    throw new IllegalStateException("the call is not over");
  }

  private static RuntimeException thrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }

  /** Makes all its steps; what it came to. */
  public SubmissionResult run() {
    while (!isOver()) {
      step();
    }
    return result();
  }
}
