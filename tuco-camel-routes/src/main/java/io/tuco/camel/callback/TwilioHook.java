package io.tuco.camel.callback;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.engine.LateNews;
import io.tuco.core.engine.SenderWatch;
import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Reports of what became of a text (Twilio contract, section 4). A report may be late, doubled or
 * out of order: none lowers a status.
 */
final class TwilioHook {

  private static final int SEND = 3;
  private static final HttpAnswer FORBIDDEN = HttpAnswer.error(403, "Forbidden");

  /** The answer to the send itself is not stored yet; the report comes again. */
  private static final HttpAnswer TOO_EARLY =
      HttpAnswer.error(503, "Not ready").with("Retry-After", "5");

  private static final CarrierNews NO_REASON =
      new CarrierNews("The carrier could not deliver it", Optional.empty());

  private final Stores stores;
  private final LateNews news;
  private final SigningAccounts accounts;
  private final SenderWatch senders;
  private final IntFunction<CarrierNews> carrierNews;
  private final Clock clock;

  TwilioHook(CallbackParts parts) {
    this.stores = parts.stores();
    this.news = parts.engine().lateNews();
    this.accounts = new SigningAccounts(parts.stores(), parts.box(), parts.publicUrl());
    this.senders = parts.engine().senders();
    this.carrierNews = parts.carrierNews();
    this.clock = parts.clock();
  }

  HttpAnswer hear(HttpRequest request) {
    return stores
        .messages()
        .findBySend(request.segment(SEND))
        .map(message -> heardOf(message, request))
        .orElseGet(() -> accounts.signedBySome(request) ? HttpAnswer.nothing() : FORBIDDEN);
  }

  private HttpAnswer heardOf(Message message, HttpRequest request) {
    return OrAnswer.of(message)
        .unless(sent -> accounts.signed(request, sent) ? Optional.empty() : Optional.of(FORBIDDEN))
        .answered(
            sent ->
                StatusCallback.parse(request.body().fields())
                    .map(report -> take(sent, request.segment(SEND), report))
                    .orElseGet(HttpAnswer::nothing));
  }

  private HttpAnswer take(Message message, String sendId, StatusCallback report) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return switch (report.progress()) {
      case TAKEN -> taken(sendId, report, now);
      case ARRIVED, READ -> arrived(message, sendId, report, now);
      case FAILED -> failed(message, sendId, report, now);
      case NO_NEWS -> HttpAnswer.nothing();
    };
  }

  private HttpAnswer taken(String sendId, StatusCallback report, Instant now) {
    news.left(sendId, 0, report.messageSid(), now);
    return HttpAnswer.nothing();
  }

  private HttpAnswer arrived(Message message, String sendId, StatusCallback report, Instant now) {
    if (message.isInFlight()) {
      return TOO_EARLY;
    }
    news.left(sendId, 0, report.messageSid(), now);
    if (report.progress() == StatusCallback.Progress.READ) {
      news.opened(report.messageSid(), now, now);
    } else {
      news.delivered(report.messageSid(), now, now);
    }
    return HttpAnswer.nothing();
  }

  /** That it failed says that it was taken, which settles an unknown and is no news otherwise. */
  private HttpAnswer failed(Message message, String sendId, StatusCallback report, Instant now) {
    if (message.isInFlight()) {
      return TOO_EARLY;
    }
    if (message.isUnknown()) {
      news.left(sendId, 0, report.messageSid(), now);
    }
    var told = report.errorCode().map(carrierNews::apply).orElse(NO_REASON);
    if (news.failed(report.messageSid(), told.reason(), false, now)) {
      told.fault().ifPresent(fault -> senders.reported(message, fault, now));
    }
    return HttpAnswer.nothing();
  }
}
