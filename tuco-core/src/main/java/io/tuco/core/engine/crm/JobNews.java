package io.tuco.core.engine.crm;

import io.tuco.core.crm.CrmJob;

/** Hears of jobs that people should know of. */
public interface JobNews {

  /** It ended without being done. */
  void ended(CrmJob job);

  /** It failed by a fault of ours, and is tried again. */
  void broke(CrmJob job, RuntimeException fault);
}
