package io.tuco.camel.mongo;

import static io.tuco.camel.mongo.CrmJobDocument.CLAIMS;
import static io.tuco.camel.mongo.CrmJobDocument.DUE;
import static io.tuco.camel.mongo.CrmJobDocument.OPEN_LANE;
import static io.tuco.camel.mongo.CrmJobDocument.STANDING;

import io.tuco.camel.mongo.CrmJobDocument.Standing;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.store.CrmJobCounts;
import io.tuco.core.store.CrmJobStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * {@code crm_jobs}: one command to insert any number, one per claim and one more when fewer are due
 * than were asked for, one to record.
 */
final class MongoCrmJobStore implements CrmJobStore {

  private final MongoCollectionCalls jobs;

  MongoCrmJobStore(MongoCollectionCalls jobs) {
    this.jobs = jobs;
  }

  @Override
  public void insertMissing(List<CrmJob> added) {
    if (!added.isEmpty()) {
      jobs.insertMissing(added.stream().map(CrmJobDocument::of).toList());
    }
  }

  @Override
  public List<CrmJob> claimDue(Instant now, Instant lostAt, int limit, Set<String> busy) {
    var due = new Document(DUE, new Document("$lte", Date.from(now)));
    if (!busy.isEmpty()) {
      due.append("connectionId", new Document("$nin", List.copyOf(busy)));
    }
    var longestDueFirst = Question.about(due).sortedBy(MongoIndex.order(DUE));
    var claim =
        new Document("$set", new Document(DUE, Date.from(lostAt)))
            .append("$inc", new Document(CLAIMS, 1));
    var claimed = new ArrayList<CrmJob>();
    while (claimed.size() < limit) {
      var next = jobs.findOneAndUpdate(longestDueFirst, claim).map(CrmJobDocument::read);
      if (next.isEmpty()) {
        break;
      }
      claimed.add(next.get());
    }
    return claimed;
  }

  @Override
  public boolean record(CrmJob claimed, CrmJob after) {
    return jobs.update(
        new Document("workspaceId", claimed.workspaceId())
            .append("_id", claimed.id())
            .append(CLAIMS, claimed.claims())
            .append(DUE, new Document("$exists", true)),
        Replacement.by(CrmJobDocument.of(after), CrmJobDocument.OPTIONAL));
  }

  @Override
  public List<CrmJob> openInLane(String workspaceId, String connectionId, String lane) {
    return jobs
        .findAll(Question.about(ofConnection(workspaceId, connectionId).append(OPEN_LANE, lane)))
        .stream()
        .map(CrmJobDocument::read)
        .sorted(CrmJob.IN_ORDER)
        .toList();
  }

  @Override
  public Optional<CrmJob> find(String workspaceId, String jobId) {
    return jobs.findOne(
            Question.about(new Document("workspaceId", workspaceId).append("_id", jobId)))
        .map(CrmJobDocument::read);
  }

  @Override
  public Optional<CrmJob> findByRecord(String workspaceId, String connectionId, String recordId) {
    return jobs.findOne(
            Question.about(ofConnection(workspaceId, connectionId).append("recordId", recordId)))
        .map(CrmJobDocument::read);
  }

  @Override
  public void dropAll(String workspaceId, String connectionId) {
    var open = List.of(Standing.PENDING.wire(), Standing.FAILING.wire());
    jobs.updateAll(
        ofConnection(workspaceId, connectionId).append(STANDING, new Document("$in", open)),
        new Document(
                "$set",
                new Document("status", CrmJob.Status.DROPPED.wire())
                    .append("failure", CrmJob.CONNECTION_GONE))
            .append(
                "$unset", new Document(DUE, true).append(OPEN_LANE, true).append(STANDING, true)));
  }

  @Override
  public CrmJobCounts countsOf(String workspaceId, String connectionId) {
    return counts(ofConnection(workspaceId, connectionId));
  }

  @Override
  public CrmJobCounts counts() {
    return counts(new Document());
  }

  @Override
  public void forgetBefore(Instant made) {
    jobs.remove(
        new Document("createdAt", new Document("$lt", Date.from(made)))
            .append(OPEN_LANE, new Document("$exists", false)));
  }

  private CrmJobCounts counts(Document among) {
    return new CrmJobCounts(
        count(among, Standing.PENDING),
        count(among, Standing.FAILING),
        count(among, Standing.REFUSED),
        count(among, Standing.GIVEN_UP));
  }

  private long count(Document among, Standing standing) {
    return jobs.count(new Document(among).append(STANDING, standing.wire()));
  }

  private static Document ofConnection(String workspaceId, String connectionId) {
    return new Document("workspaceId", workspaceId).append("connectionId", connectionId);
  }
}
