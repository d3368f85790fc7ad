package io.tuco.camel.http.optout;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.core.message.UnsubscribeToken;
import io.tuco.core.message.UnsubscribeTokens;
import java.util.Optional;

/** What the two calls on a link come to: an {@link OptOutPage}, or the answer for a forged one. */
final class OptOutClicks {

  private static final int TOKEN = 1;
  private static final HttpAnswer FORGED = HttpAnswer.error(404, "Not found");

  private final UnsubscribeTokens tokens;
  private final OptOutByMail effect;

  OptOutClicks(UnsubscribeTokens tokens, OptOutByMail effect) {
    this.tokens = tokens;
    this.effect = effect;
  }

  /** Changes nothing: mail programs and scanners follow links on their own. */
  Object ask(HttpRequest request) {
    return token(request).<Object>map(token -> OptOutPage.QUESTION).orElse(FORGED);
  }

  /** Whatever the form says: some mail programs send another one than RFC 8058 asks for. */
  Object click(HttpRequest request) {
    var token = token(request);
    token.ifPresent(
        of -> effect.accept(of.workspaceId(), of.leadId(), of.address(), of.messageId()));
    return token.<Object>map(of -> OptOutPage.DONE).orElse(FORGED);
  }

  private Optional<UnsubscribeToken> token(HttpRequest request) {
    return tokens.read(request.segment(TOKEN));
  }
}
