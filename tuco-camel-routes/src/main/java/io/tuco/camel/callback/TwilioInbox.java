package io.tuco.camel.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpContent;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.engine.ReplyIntake;
import io.tuco.core.engine.ReplyIntake.Written;
import io.tuco.core.line.Line;
import io.tuco.core.message.Arrival;
import io.tuco.core.message.Content;
import io.tuco.core.message.MessageType;
import io.tuco.core.store.Stores;
import io.tuco.core.store.StrayMessage;
import io.tuco.core.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Texts that people send to a number of ours (Twilio contract, section 5): to that of a line, or to
 * that of a workspace's own account, which is named by the workspace's id. The answer never holds a
 * text back.
 */
final class TwilioInbox {

  private static final int WHERE = 3;
  private static final byte[] NO_REPLY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>".getBytes(UTF_8);
  private static final HttpAnswer FORBIDDEN = HttpAnswer.error(403, "Forbidden");
  private static final String TOKEN = "I-Twilio-Idempotency-Token";
  private static final int LONGEST_TOKEN = 200;

  /**
   * Whose number was written to.
   *
   * @param line absent for the workspace's own account
   */
  private record Number(Workspace workspace, Optional<Line> line, SmsAccount account) {}

  private final Stores stores;
  private final ReplyIntake replies;
  private final SigningAccounts accounts;
  private final Clock clock;

  TwilioInbox(CallbackParts parts) {
    this.stores = parts.stores();
    this.replies = parts.engine().replies();
    this.accounts = new SigningAccounts(parts.stores(), parts.box(), parts.publicUrl());
    this.clock = parts.clock();
  }

  HttpAnswer hear(HttpRequest request) {
    return OrAnswer.of(
            number(request.segment(WHERE))
                .filter(number -> accounts.signed(request, number.account())),
            FORBIDDEN)
        .answered(number -> take(number, request));
  }

  private Optional<Number> number(String id) {
    var line = stores.lines().find(id);
    return line.isPresent()
        ? line.flatMap(this::ofLine)
        : stores.workspaces().find(id).flatMap(TwilioInbox::ofWorkspace);
  }

  private Optional<Number> ofLine(Line line) {
    return SigningAccounts.ofLine(line)
        .flatMap(
            account ->
                stores
                    .workspaces()
                    .find(line.workspaceId())
                    .map(owner -> new Number(owner, Optional.of(line), account)));
  }

  private static Optional<Number> ofWorkspace(Workspace workspace) {
    return SigningAccounts.own(workspace)
        .map(account -> new Number(workspace, Optional.empty(), account));
  }

  private HttpAnswer take(Number number, HttpRequest request) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    InboundText.parse(request.body().fields())
        .ifPresent(text -> take(number, text, aliases(request), now));
    return HttpAnswer.streaming(
        new HttpContent("text/xml; charset=utf-8", new ByteArrayInputStream(NO_REPLY)));
  }

  private void take(Number number, InboundText text, List<String> aliases, Instant now) {
    var from = PhoneNumber.parse(text.from(), number.workspace().defaultRegion()).value();
    if (from.isEmpty()) {
      stores
          .inbox()
          .keep(
              new StrayMessage(
                  number.line().map(Line::id).orElse(number.workspace().id()),
                  text.messageSid(),
                  text.from(),
                  text.body(),
                  now));
      return;
    }
    var arrival = Arrival.none().alsoKnownAs(aliases).saying(text.optOutType());
    var written =
        new Written(
            MessageType.SMS,
            from.get(),
            new Content(text.body(), Optional.empty(), text.media()),
            text.messageSid(),
            now,
            arrival);
    number
        .line()
        .ifPresentOrElse(
            line -> replies.heardBy(line, written, now),
            () -> replies.heardBy(number.workspace().id(), written, now));
  }

  /** Twilio tells a text again under the same token. */
  private static List<String> aliases(HttpRequest request) {
    return request
        .header(TOKEN)
        .filter(token -> !token.isBlank() && token.length() <= LONGEST_TOKEN)
        .map(token -> List.of("twilio:" + token))
        .orElseGet(List::of);
  }
}
