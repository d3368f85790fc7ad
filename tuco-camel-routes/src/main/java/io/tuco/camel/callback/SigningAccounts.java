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
    var signature = request.header("X-Twilio-Signature");
    var token = signature.flatMap(given -> account(message)).map(SmsAccount::authToken);
    return token
        .map(kept -> new TwilioSignature(List.of(box.open(kept))))
        .filter(by -> by.fitsForm(url(request), request.body().fields(), signature.orElseThrow()))
        .isPresent();
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

  private static Optional<SmsAccount> ofLine(Line line) {
    return line.carrier() instanceof Carrier.BySms sms
        ? Optional.of(sms.account())
        : Optional.empty();
  }

  /** Also one that was switched off since: what it sent before is still its own. */
  private static Optional<SmsAccount> own(Workspace workspace) {
    return workspace.smsFallback().configuredAccount();
  }

  private String url(HttpRequest request) {
    var query = request.rawQuery();
    return publicUrl + request.path() + (query.isEmpty() ? "" : "?" + query);
  }
}
