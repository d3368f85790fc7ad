package io.tuco.camel.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionClaim;
import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.ConnectionTokens;
import io.tuco.core.crm.CrmAccount;
import io.tuco.core.crm.CrmConnector;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.DialogueRun;
import io.tuco.core.crm.TokenGrant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * In: a {@link ConnectionClaim}. Out: the connection with its tokens and its account, which the CRM
 * has confirmed, or the {@link CrmFailure} that stands against it. Nothing is stored.
 */
final class Verifying extends AsyncProcessorSupport {

  private final Transports transports;
  private final CrmParts parts;

  Verifying(Transports transports) {
    this.transports = transports;
    this.parts = transports.parts();
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    verify(
        exchange.getMessage().getBody(ConnectionClaim.class),
        verdict -> {
          exchange.getMessage().setBody(verdict);
          callback.done(false);
        });
    return false;
  }

  private void verify(ConnectionClaim claim, Consumer<Object> verdict) {
    var connector = parts.connectors().find(claim.draft().crm());
    if (connector.isEmpty()) {
      verdict.accept(CrmFailure.forbidden("No connector is installed"));
    } else if (claim.code().isEmpty()) {
      confirm(connector.get(), claim.draft(), verdict);
    } else {
      exchange(connector.get(), claim, verdict);
    }
  }

  private void exchange(CrmConnector connector, ConnectionClaim claim, Consumer<Object> verdict) {
    var dialogue =
        connector
            .oauth()
            .map(
                oauth ->
                    oauth.exchange(
                        context(claim.draft()), claim.code().orElseThrow(), claim.redirectUri()))
            .orElseGet(() -> Dialogue.broken(CrmFailure.forbidden("No OAuth app is configured")));
    hold(
        claim.draft(),
        dialogue,
        grant -> {
          confirm(connector, granted(claim.draft(), grant), verdict);
          return Optional.empty();
        },
        verdict);
  }

  private Connection granted(Connection draft, TokenGrant grant) {
    var box = parts.secrets();
    var now = parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    var tokens =
        new ConnectionTokens(
            box.seal(grant.accessToken()),
            grant.refreshToken().map(box::seal),
            grant.life().map(now::plus),
            now);
    var account = grant.accountId().map(id -> new CrmAccount(id, Optional.empty()));
    var held = draft.with(tokens);
    return draft.account().isPresent() ? held : account.map(held::of).orElse(held);
  }

  private void confirm(CrmConnector connector, Connection draft, Consumer<Object> verdict) {
    hold(
        draft,
        connector.verify(context(draft)),
        account -> Optional.of(confirmed(draft, account)),
        verdict);
  }

  /** A token of another account than was meant would read and write a stranger's contacts. */
  private static Object confirmed(Connection draft, CrmAccount account) {
    return draft.accountId().filter(meant -> !meant.equals(account.id())).isPresent()
        ? CrmFailure.refused("The credentials are another account's")
        : draft.of(account).standing(ConnectionStatus.OK);
  }

  /**
   * @param then makes the verdict, or goes on by itself
   */
  private <T> void hold(
      Connection draft,
      Dialogue<T> dialogue,
      Function<T, Optional<Object>> then,
      Consumer<Object> verdict) {
    DialogueRun.hold(
        dialogue,
        transports.trial(draft),
        end -> {
          if (end instanceof Dialogue.Ended<T> ended) {
            then.apply(ended.value()).ifPresent(verdict);
          } else {
            verdict.accept(((Dialogue.Broken<T>) end).failure());
          }
        });
  }

  private CrmContext context(Connection draft) {
    return new CrmContext(
        draft, Regions.of(parts.stores(), draft.workspaceId()), parts.clock().instant());
  }
}
