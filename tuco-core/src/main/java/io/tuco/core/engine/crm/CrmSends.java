package io.tuco.core.engine.crm;

import io.tuco.core.IdGenerator;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmConnectors;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.CrmOrder;
import io.tuco.core.crm.CrmTask;
import io.tuco.core.crm.SendOrder;
import io.tuco.core.crm.SendOutcome;
import io.tuco.core.engine.MessageIntake;
import io.tuco.core.engine.RateLimiter;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.intake.SubmissionResult.Accepted;
import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.RateGroup;
import io.tuco.core.workspace.RateKey;
import io.tuco.core.workspace.RateLimit;
import io.tuco.core.workspace.RateLimits;
import io.tuco.core.workspace.Sha256;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sends that a CRM asks for: judged, limited and stored like those of the send call. The message's
 * id is made of the connection and the CRM's own name for the order, so that the same order again
 * is the same message, no key of the API can be taken for it, and what the CRM is to be told later
 * can be kept before there is anything to tell.
 */
public final class CrmSends {

  /** What became of an order. */
  public sealed interface Taken {

    /**
     * @param accepted what is new and on its way, for its lane to be told
     */
    record Answered(SendOutcome outcome, Optional<Accepted> accepted) implements Taken {}

    /** Too many: nothing was stored. */
    record Limited(Duration retryAfter) implements Taken {}

    /** The workspace is gone. */
    record Nobodys() implements Taken {}
  }

  private static final int ID_CHARACTERS = 24;

  private final Stores stores;
  private final Echoes echoes;
  private final MessageIntake intake;
  private final RateLimiter limiter;
  private final RateLimits defaults;
  private final IdGenerator ids;

  /**
   * @param defaults of every group
   */
  public CrmSends(
      Stores stores,
      CrmConnectors connectors,
      MessageIntake intake,
      RateLimiter limiter,
      RateLimits defaults,
      IdGenerator ids) {
    this.stores = stores;
    this.echoes = new Echoes(stores, connectors);
    this.intake = intake;
    this.limiter = limiter;
    this.defaults = defaults;
    this.ids = ids;
  }

  /** The message, if there is one, and the order are stored when it returns. */
  public Taken take(Connection connection, SendOrder order, Instant now) {
    return stores
        .workspaces()
        .find(connection.workspaceId())
        .map(workspace -> take(workspace, connection, order, now))
        .orElseGet(Taken.Nobodys::new);
  }

  private Taken take(Workspace workspace, Connection connection, SendOrder order, Instant now) {
    var echoed = echoes.of(connection, order, now);
    if (echoed.isPresent()) {
      return new Taken.Answered(OrderOutcomes.original(echoed.get()), Optional.empty());
    }
    var perMinute =
        workspace
            .rateLimits()
            .perMinute(RateGroup.SEND)
            .or(() -> defaults.perMinute(RateGroup.SEND))
            .orElseThrow();
    var key = new RateKey(workspace.id(), "api:" + RateGroup.SEND.wire());
    var decision = limiter.ask(key, RateLimit.perMinute(perMinute), 1);
    return decision.isAdmitted()
        ? submit(workspace, connection, order, now)
        : new Taken.Limited(decision.retryIn());
  }

  private Taken submit(Workspace workspace, Connection connection, SendOrder order, Instant now) {
    var messageId = messageIdOf(connection, order);
    var kept = order.reference().map(reference -> kept(connection, messageId, reference, now));
    var isNew = kept.filter(stores.crmHooks()::keep).isPresent();
    var result =
        intake.complete(
            new Submission(
                OrderWords.access(workspace, connection),
                OrderWords.of(stores, workspace, order),
                "app_" + ids.uuid(),
                Optional.empty(),
                Optional.of(messageId)));
    if (isNew && result instanceof SubmissionResult.Resumed resumed) {
      var message = resumed.accepted().message();
      CrmTask.reporting(message.status())
          .ifPresent(task -> report(connection, messageId, task, message.progress().events(), now));
    } else if (kept.isPresent() && !result.isStored()) {
      stores.crmHooks().noteRefused(kept.get(), OrderOutcomes.why(result));
      report(connection, messageId, CrmTask.REPORT_FAILED, 0, now);
    }
    return new Taken.Answered(
        OrderOutcomes.of(result),
        Optional.of(result).filter(Accepted.class::isInstance).map(Accepted.class::cast));
  }

  /** Kept before the message: its end may come before anybody gets to anything else. */
  private static CrmOrder kept(
      Connection connection, String messageId, String reference, Instant now) {
    return new CrmOrder(
        messageId, connection.workspaceId(), connection.id(), reference, Optional.empty(), now);
  }

  /**
   * What no event will tell: a refusal, and the end of a message that was there before its order
   * was kept.
   */
  private void report(
      Connection connection, String messageId, CrmTask task, long seq, Instant now) {
    stores
        .crmJobs()
        .insertMissing(
            List.of(
                CrmJob.of(
                    "order-" + messageId,
                    connection,
                    task,
                    messageId,
                    Lanes.REPORT.of(messageId),
                    seq,
                    now,
                    now)));
  }

  /** That of the same order shortly before, where its CRM does not name it. */
  private String messageIdOf(Connection connection, SendOrder order) {
    return order
        .earlier()
        .flatMap(
            before ->
                stores
                    .messages()
                    .find(connection.workspaceId(), messageId(connection, before.idempotencyKey()))
                    .filter(sent -> !sent.timeline().createdAt().isBefore(before.since())))
        .map(Message::id)
        .orElseGet(() -> messageId(connection, order.idempotencyKey()));
  }

  private static String messageId(Connection connection, String key) {
    return Sha256.hexOf(String.join("\n", "crm-order", connection.id(), key))
        .substring(0, ID_CHARACTERS);
  }
}
