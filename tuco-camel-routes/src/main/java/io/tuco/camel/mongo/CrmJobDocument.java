package io.tuco.camel.mongo;

import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.CrmTask;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;

/**
 * A job as it lies in {@code crm_jobs}. {@code due} and {@code openLane} are there while it is
 * open, {@code standing} while people should know of it: the indexes on them hold no others.
 */
final class CrmJobDocument {

  static final String DUE = "due";
  static final String OPEN_LANE = "openLane";
  static final String STANDING = "standing";
  static final String CLAIMS = "claims";
  static final List<String> OPTIONAL = List.of(DUE, OPEN_LANE, STANDING, "recordId", "failure");

  /** How people are told of it. */
  enum Standing {
    PENDING,
    FAILING,
    REFUSED,
    GIVEN_UP;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private CrmJobDocument() {}

  static Document of(CrmJob job) {
    return new DocumentWriter()
        .put("_id", job.id())
        .put("workspaceId", job.workspaceId())
        .put("connectionId", job.connectionId())
        .put("task", job.task().wire())
        .put("subject", job.subject())
        .put("lane", job.lane())
        .put(OPEN_LANE, Optional.of(job.lane()).filter(lane -> job.isOpen()))
        .put("seq", job.seq())
        .put("at", job.at())
        .put("status", job.status().wire())
        .put(STANDING, standing(job).map(Standing::wire))
        .put(CLAIMS, job.claims())
        .put("settled", job.settled())
        .put(DUE, job.dueAt())
        .put("recordId", job.recordId())
        .put("failure", job.failure())
        .put("createdAt", job.createdAt())
        .document();
  }

  static CrmJob read(Document document) {
    var reader = new DocumentReader(document);
    return new CrmJob(
        reader.text("_id"),
        reader.text("workspaceId"),
        reader.text("connectionId"),
        reader.constant("task", CrmTask.values(), CrmTask::wire),
        reader.text("subject"),
        reader.text("lane"),
        reader.bigNumber("seq"),
        reader.instant("at"),
        reader.constant("status", CrmJob.Status.values(), CrmJob.Status::wire),
        reader.number(CLAIMS),
        reader.number("settled"),
        reader.optionalInstant(DUE),
        reader.optionalText("recordId"),
        reader.optionalText("failure"),
        reader.instant("createdAt"));
  }

  private static Optional<Standing> standing(CrmJob job) {
    return switch (job.status()) {
      case OPEN -> Optional.of(job.isFailing() ? Standing.FAILING : Standing.PENDING);
      case REFUSED -> Optional.of(Standing.REFUSED);
      case GIVEN_UP -> Optional.of(Standing.GIVEN_UP);
      case DONE, DROPPED -> Optional.empty();
    };
  }
}
