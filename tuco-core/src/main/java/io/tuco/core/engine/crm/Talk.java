package io.tuco.core.engine.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmConnector;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.DialogueRun;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One try at a job, while the connection and its connector are at hand.
 *
 * @param contactKnownGone whether the try before found that out
 * @param ended takes how it ended, once
 */
record Talk(
    CrmJob job,
    Connection connection,
    CrmConnector connector,
    CrmContext context,
    FlowParts parts,
    boolean contactKnownGone,
    Consumer<JobEnd> ended) {

  /** Why a job waits whose contact was gone when it was tried last. */
  static final String GONE = "The contact is not in the CRM any more";

  Instant now() {
    return context.now();
  }

  void end(JobEnd how) {
    ended.accept(how);
  }

  /**
   * Holds a dialogue for as long as the job is ours.
   *
   * @param good what follows from its value, on a worker
   * @param bad what follows from its failure, on a worker
   */
  <T> void hold(
      BiFunction<CrmConnector, CrmContext, Dialogue<T>> what,
      Consumer<T> good,
      Consumer<CrmFailure> bad) {
    var until = job.dueAt().orElseThrow().minus(parts.limits().margin());
    DialogueRun.hold(
        what.apply(connector, context),
        new BoundedTransport(parts.crms().transports().to(connection), until, parts.clock()),
        end -> parts.workers().execute(() -> tell(end, good, bad)));
  }

  /** The same where every failure is the job's. */
  <T> void hold(BiFunction<CrmConnector, CrmContext, Dialogue<T>> what, Function<T, JobEnd> good) {
    hold(what, value -> end(good.apply(value)), failure -> end(new JobEnd.Failed(failure)));
  }

  private <T> void tell(Dialogue.End<T> end, Consumer<T> good, Consumer<CrmFailure> bad) {
    guarded(
        () -> {
          if (end instanceof Dialogue.Ended<T> over) {
            good.accept(over.value());
          } else {
            bad.accept(((Dialogue.Broken<T>) end).failure());
          }
        });
  }

  /** A fault, such as a store that is away, leaves open what has happened. */
  void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      end(
          new JobEnd.Failed(
              CrmFailure.unknown("It was interrupted by " + e.getClass().getSimpleName())));
    }
  }
}
