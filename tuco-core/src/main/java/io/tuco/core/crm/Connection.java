package io.tuco.core.crm;

import io.tuco.core.secret.Sealed;
import java.time.Instant;
import java.util.Optional;

/**
 * A workspace's access to one account of one CRM (operator contract, section 2). A workspace may
 * have several.
 *
 * @param accountId a GHL location, a HubSpot portal; empty until the credentials were verified
 * @param hookSecret in the URLs of hooks that the CRM does not sign
 * @param version one more at every change, so that no change is lost to another
 */
public record Connection(
    String id,
    String workspaceId,
    String crm,
    Optional<String> name,
    Optional<String> accountId,
    ConnectionStatus status,
    ConnectionTokens tokens,
    ConnectionMapping mapping,
    SyncPlan plan,
    SyncProgress progress,
    Sealed hookSecret,
    Instant createdAt,
    long version) {

  public Connection with(ConnectionTokens granted) {
    return copy(name, accountId, status, granted, mapping, plan, progress);
  }

  public Connection of(CrmAccount account) {
    return copy(name, Optional.of(account.id()), status, tokens, mapping, plan, progress);
  }

  public Connection standing(ConnectionStatus now) {
    return copy(name, accountId, now, tokens, mapping, plan, progress);
  }

  public Connection at(SyncProgress reached) {
    return copy(name, accountId, status, tokens, mapping, plan, reached);
  }

  public Connection planned(SyncPlan wanted) {
    return copy(name, accountId, status, tokens, mapping, wanted, progress);
  }

  public Connection mapped(ConnectionMapping wanted) {
    return copy(name, accountId, status, tokens, wanted, plan, progress);
  }

  public Connection named(Optional<String> wanted) {
    return copy(wanted, accountId, status, tokens, mapping, plan, progress);
  }

  private Connection copy(
      Optional<String> called,
      Optional<String> account,
      ConnectionStatus standing,
      ConnectionTokens held,
      ConnectionMapping mapped,
      SyncPlan planned,
      SyncProgress reached) {
    return new Connection(
        id,
        workspaceId,
        crm,
        called,
        account,
        standing,
        held,
        mapped,
        planned,
        reached,
        hookSecret,
        createdAt,
        version);
  }
}
