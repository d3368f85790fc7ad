package io.tuco.core.engine.crm;

import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmJob;
import java.time.Instant;

/** What becomes of a job after a try. */
final class JobVerdict {

  private JobVerdict() {}

  static CrmJob of(CrmJob job, JobEnd how, Instant now) {
    if (how instanceof JobEnd.Done done) {
      return job.done(done.recordId());
    }
    if (how instanceof JobEnd.Dropped dropped) {
      return job.ended(CrmJob.Status.DROPPED, dropped.why());
    }
    if (how instanceof JobEnd.NotYet notYet) {
      return job.putBackUntil(notYet.due());
    }
    if (how instanceof JobEnd.ContactGone) {
      return job.waitingUntil(now, Talk.GONE);
    }
    return failed(job, ((JobEnd.Failed) how).failure(), now);
  }

  private static CrmJob failed(CrmJob job, CrmFailure failure, Instant now) {
    if (failure.kind() == CrmFailure.Kind.REFUSED) {
      return job.ended(CrmJob.Status.REFUSED, failure.reason());
    }
    if (job.isTooOld(now)) {
      return job.ended(CrmJob.Status.GIVEN_UP, failure.reason());
    }
    return switch (failure.kind()) {
      case FORBIDDEN, UNAUTHORIZED ->
          job.waitingUntil(RetryPauses.afterPeople(job.claims(), now), failure.reason());
      case UNKNOWN ->
          job.unheardUntil(
              RetryPauses.after(job.claims(), failure.notBefore(), now), failure.reason());
      default -> later(job, failure, now);
    };
  }

  /** Being put off is no try of the job's own, or its pauses would outlast a long outage. */
  private static CrmJob later(CrmJob job, CrmFailure failure, Instant now) {
    var due = RetryPauses.after(job.claims(), failure.notBefore(), now);
    return failure.notBefore().isPresent()
        ? job.putOffUntil(due, failure.reason())
        : job.waitingUntil(due, failure.reason());
  }
}
