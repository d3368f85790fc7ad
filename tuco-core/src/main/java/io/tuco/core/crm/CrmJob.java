package io.tuco.core.crm;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Something to be done at the CRM of a connection, however long the CRM is away. Its id is made of
 * what it follows from, so that finding that twice makes it once.
 *
 * @param subject the message it is about; of a {@link CrmTask#FETCH}, the contact
 * @param lane jobs of one connection and lane are done one after another, in order
 * @param seq which event of its message it follows from
 * @param at when that happened
 * @param claims how often somebody began it who was not put off
 * @param settled how many of those came back knowing that nothing had happened
 * @param dueAt when it may next be begun; while somebody works on it, when that one is given up for
 *     lost; empty once it has ended
 * @param recordId what it made in the CRM
 * @param failure why it did not work out last
 */
public record CrmJob(
    String id,
    String workspaceId,
    String connectionId,
    CrmTask task,
    String subject,
    String lane,
    long seq,
    Instant at,
    Status status,
    int claims,
    int settled,
    Optional<Instant> dueAt,
    Optional<String> recordId,
    Optional<String> failure,
    Instant createdAt) {

  /** Where a job stands. */
  public enum Status {
    OPEN,
    DONE,
    /** There was nothing to do any more: the message, the lead or the connection is gone. */
    DROPPED,
    /** The CRM will never take it. */
    REFUSED,
    /** It was tried for as long as it makes sense. */
    GIVEN_UP;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Before this, a timeline is worth completing; after it, nobody looks any more. */
  public static final Duration LONGEST = Duration.ofDays(7);

  /** Why a job is dropped whose connection was deleted. */
  public static final String CONNECTION_GONE = "The connection is gone";

  /** How those of one lane follow each other. */
  public static final Comparator<CrmJob> IN_ORDER =
      Comparator.comparing(CrmJob::at).thenComparing(CrmJob::seq).thenComparing(CrmJob::id);

  /**
   * A job that nobody has begun, due now.
   *
   * @param cause what it follows from, by its id; with connection and task it is the job's own
   */
  public static CrmJob of(
      String cause,
      Connection connection,
      CrmTask task,
      String subject,
      String lane,
      long seq,
      Instant at,
      Instant now) {
    var id = cause + ":" + connection.id() + (task.activity().isPresent() ? "" : ":" + task.wire());
    return new CrmJob(
        id,
        connection.workspaceId(),
        connection.id(),
        task,
        subject,
        lane,
        seq,
        at,
        Status.OPEN,
        0,
        0,
        Optional.of(now),
        Optional.empty(),
        Optional.empty(),
        now);
  }

  public boolean isOpen() {
    return status == Status.OPEN;
  }

  /** Whether it was tried in vain, and is to be tried again. */
  public boolean isFailing() {
    return isOpen() && failure.isPresent();
  }

  /** Whether an earlier try was not heard of again: what it did must be looked for first. */
  public boolean mayBeDone() {
    return claims - 1 > settled;
  }

  public boolean isTooOld(Instant now) {
    return !now.isBefore(createdAt.plus(LONGEST));
  }

  /** While somebody works on it, who is given up for lost at {@code lostAt}. */
  public CrmJob claimedUntil(Instant lostAt) {
    return standing(status, claims + 1, settled, Optional.of(lostAt), recordId, failure);
  }

  public CrmJob done(Optional<String> made) {
    return standing(Status.DONE, claims, settled, Optional.empty(), made, Optional.empty());
  }

  public CrmJob ended(Status how, String why) {
    return standing(how, claims, settled, Optional.empty(), recordId, Optional.of(why));
  }

  /** Nothing happened; to be begun again then. */
  public CrmJob waitingUntil(Instant due, String why) {
    return standing(status, claims, settled + 1, Optional.of(due), recordId, Optional.of(why));
  }

  /** It may have happened; to be begun again then, by looking. */
  public CrmJob unheardUntil(Instant due, String why) {
    return standing(status, claims, settled, Optional.of(due), recordId, Optional.of(why));
  }

  /** It was no try: the CRM, or its connection, was not to be asked before then. */
  public CrmJob putOffUntil(Instant due, String why) {
    return standing(status, claims - 1, settled, Optional.of(due), recordId, Optional.of(why));
  }

  /** Given back as it was before it was claimed, to be begun then. */
  public CrmJob putBackUntil(Instant due) {
    return standing(status, claims - 1, settled, Optional.of(due), recordId, failure);
  }

  private CrmJob standing(
      Status where,
      int begun,
      int back,
      Optional<Instant> due,
      Optional<String> made,
      Optional<String> why) {
    return new CrmJob(
        id,
        workspaceId,
        connectionId,
        task,
        subject,
        lane,
        seq,
        at,
        where,
        begun,
        back,
        due,
        made,
        why,
        createdAt);
  }
}
