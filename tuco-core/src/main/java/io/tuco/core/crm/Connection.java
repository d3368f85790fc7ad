package io.tuco.core.crm;

import io.tuco.core.secret.Sealed;
import java.time.Instant;
import java.util.Optional;

/**
 * A workspace's access to one account of one CRM (operator contract, section 2). A workspace may
 * have several.
 *
 * @param account a GHL location, a HubSpot portal; empty until the credentials were verified
 * @param hookSecret in the URLs of hooks that the CRM does not sign
 * @param version one more at every change, so that no change is lost to another
 */
public record Connection(
    String id,
    String workspaceId,
    String crm,
    Optional<String> name,
    Optional<CrmAccount> account,
    ConnectionStatus status,
    ConnectionTokens tokens,
    ConnectionMapping mapping,
    SyncPlan plan,
    SyncProgress progress,
    Sealed hookSecret,
    Instant createdAt,
    long version) {

  public Connection with(ConnectionTokens granted) {
    return copy(name, account, status, granted, mapping, plan, progress);
  }

  public Optional<String> accountId() {
    return account.map(CrmAccount::id);
  }

  public Connection of(CrmAccount opened) {
    return copy(name, Optional.of(opened), status, tokens, mapping, plan, progress);
  }

  public Connection standing(ConnectionStatus now) {
    return copy(name, account, now, tokens, mapping, plan, progress);
  }

  public Connection at(SyncProgress reached) {
    return copy(name, account, status, tokens, mapping, plan, reached);
  }

  public Connection planned(SyncPlan wanted) {
    return copy(name, account, status, tokens, mapping, wanted, progress);
  }

  public Connection mapped(ConnectionMapping wanted) {
    return copy(name, account, status, tokens, wanted, plan, progress);
  }

  public Connection named(Optional<String> wanted) {
    return copy(wanted, account, status, tokens, mapping, plan, progress);
  }

  /** As a store keeps it that has changed it once more. */
  public Connection numbered(long number) {
    return new Connection(
        id,
        workspaceId,
        crm,
        name,
        account,
        status,
        tokens,
        mapping,
        plan,
        progress,
        hookSecret,
        createdAt,
        number);
  }

  private Connection copy(
      Optional<String> called,
      Optional<CrmAccount> opened,
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
        opened,
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
