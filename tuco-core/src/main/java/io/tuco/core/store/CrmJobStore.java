package io.tuco.core.store;

import io.tuco.core.crm.CrmJob;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Remembers what is to be done at CRMs. A write that returns is durable. */
public interface CrmJobStore {

  /** Stores those that are new; one whose id exists, open or ended, is left as it is. */
  void insertMissing(List<CrmJob> jobs);

  /**
   * Claims open jobs that are due, longest due first: until {@code lostAt} nobody else gets them.
   * Answers them as they now stand.
   *
   * @param busy connections of which none is wanted now
   */
  List<CrmJob> claimDue(Instant now, Instant lostAt, int limit, Set<String> busy);

  /**
   * Stores what became of a claimed job.
   *
   * @param claimed as it was when it was claimed
   * @return false, and nothing changed, when it has ended or somebody else has claimed it since
   */
  boolean record(CrmJob claimed, CrmJob after);

  /** The open jobs of a lane of the connection, in order. */
  List<CrmJob> openInLane(String workspaceId, String connectionId, String lane);

  Optional<CrmJob> find(String workspaceId, String jobId);

  /** The job that made this in the account of the connection. */
  Optional<CrmJob> findByRecord(String workspaceId, String connectionId, String recordId);

  /** Ends every open job of a connection that is gone. */
  void dropAll(String workspaceId, String connectionId);

  /** Of the connection alone. */
  CrmJobCounts countsOf(String workspaceId, String connectionId);

  /** Over all workspaces. */
  CrmJobCounts counts();

  /** Deletes those that have ended and were made before that. */
  void forgetBefore(Instant made);
}
