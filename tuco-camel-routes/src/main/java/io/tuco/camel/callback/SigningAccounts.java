package io.tuco.camel.callback;

import io.tuco.camel.http.HttpRequest;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.line.Carrier;
import io.tuco.core.line.Line;
import io.tuco.core.message.Message;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether a report of a text is signed by the account that sent it. */
final class SigningAccounts {

  private final Stores stores;
  private final SecretBox box;
  private final String publicUrl;

  SigningAccounts(Stores stores, SecretBox box, String publicUrl) {
    this.stores = stores;
    this.box = box;
    this.publicUrl = publicUrl;
  }

  boolean signed(HttpRequest request, Message message) {
    return isSigned(request, () -> account(message).stream());
  }

  /** What comes for a line or a workspace, by its own account. */
  boolean signed(HttpRequest request, SmsAccount account) {
    return isSigned(request, () -> Stream.of(account));
  }

  /** Of a send that is none of ours, or none any more: by the account that it names itself. */
  boolean signedBySome(HttpRequest request) {
    var named = request.body().fields().getOrDefault("AccountSid", List.of());
    return named.size() == 1 && isSigned(request, () -> accounts(named.get(0)));
  }

  private boolean isSigned(HttpRequest request, Supplier<Stream<SmsAccount>> accounts) {
    var signature = request.header("X-Twilio-Signature");
    if (signature.isEmpty()) {
      return false;
    }
    var tokens = accounts.get().map(SmsAccount::authToken).distinct().map(box::open).toList();
    return !tokens.isEmpty()
        && new TwilioSignature(tokens)
            .fitsForm(url(request), request.body().fields(), signature.get());
  }

  private Stream<SmsAccount> accounts(String sid) {
    return Stream.concat(
        stores.lines().withAccount(sid).stream().flatMap(line -> ofLine(line).stream()),
        stores.workspaces().withAccount(sid).stream().flatMap(owner -> own(owner).stream()));
  }

  /** Its SMS line's own account, else the workspace's. */
  private Optional<SmsAccount> account(Message message) {
    return message
        .origin()
        .lineId()
        .flatMap(id -> stores.lines().find(message.workspaceId(), id))
        .flatMap(SigningAccounts::ofLine)
        .or(() -> stores.workspaces().find(message.workspaceId()).flatMap(SigningAccounts::own));
  }

  static Optional<SmsAccount> ofLine(Line line) {
    return line.carrier() instanceof Carrier.BySms sms
        ? Optional.of(sms.account())
        : Optional.empty();
  }

  /** Also one that was switched off since: what it sent before is still its own. */
  static Optional<SmsAccount> own(Workspace workspace) {
    return workspace.smsFallback().configuredAccount();
  }

  private String url(HttpRequest request) {
    var query = request.rawQuery();
    return publicUrl + request.path() + (query.isEmpty() ? "" : "?" + query);
  }
}
