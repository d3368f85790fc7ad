package io.tuco.core.engine.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.SendOrder;
import io.tuco.core.intake.AttachmentWords;
import io.tuco.core.intake.RecipientWords;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.intake.WindowWords;
import io.tuco.core.lead.Lead;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Access;
import io.tuco.core.workspace.ApiKey;
import io.tuco.core.workspace.KeyDialect;
import io.tuco.core.workspace.Scope;
import io.tuco.core.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A CRM's order as if it were the body of a send call, and who makes that. */
final class OrderWords {

  private static final List<Optional<String>> NO_ALTERNATES =
      List.of(Optional.empty(), Optional.empty(), Optional.empty());

  private OrderWords() {}

  static SubmitMessage of(Stores stores, Workspace workspace, SendOrder order) {
    return new SubmitMessage(
        order.message(),
        order.subject(),
        order.messageType(),
        recipient(stores, workspace, order),
        new AttachmentWords(
            true, order.attachmentUrls().stream().map(Optional::of).toList(), List.of()),
        WindowWords.none(),
        order.fromLineId(),
        order.fallbackSmsOnFailed(),
        Optional.empty(),
        Optional.empty(),
        order.crm());
  }

  /** A contact without an address may be a lead that has one. */
  private static RecipientWords recipient(Stores stores, Workspace workspace, SendOrder order) {
    var isNamed = order.phone().isPresent() || order.email().isPresent();
    return new RecipientWords(
        order.phone(),
        order.email(),
        order.recipientName(),
        isNamed ? Optional.empty() : CrmLeads.of(stores, workspace.id(), order.crm()).map(Lead::id),
        NO_ALTERNATES,
        NO_ALTERNATES,
        Optional.empty());
  }

  /** The workspace as a whole: all its lines, and nobody's name. */
  static Access access(Workspace workspace, Connection connection) {
    return new Access(
        new ApiKey(
            "crm:" + connection.id(),
            workspace.id(),
            "Orders of a CRM",
            "",
            "",
            "",
            Set.of(Scope.MESSAGES_WRITE),
            Set.of(),
            true,
            Optional.empty(),
            Optional.empty(),
            KeyDialect.TUCO,
            Instant.EPOCH),
        workspace);
  }
}
