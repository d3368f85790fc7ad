package io.tuco.core.engine.crm;

import io.tuco.core.crm.CrmJob;
import java.util.List;

/** Notes the jobs that ended without being done; a fault fails the test. */
public record EndedJobs(List<CrmJob> ended) implements JobNews {

  @Override
  public void ended(CrmJob job) {
    ended.add(job);
  }

  @Override
  public void broke(CrmJob job, RuntimeException fault) {
    throw new AssertionError(job.id(), fault);
  }
}
