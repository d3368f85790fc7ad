package io.tuco.camel.callback;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.JsonBody;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.engine.LateNews;
import io.tuco.core.line.CallbackSecrets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reports of a device (relay contract, section 6). The secret in the query is all that it proves
 * itself by, and it repeats nothing: 200 is said once what it told is stored.
 */
final class RelayHook {

  private static final int DEVICE = 2;
  private static final HttpAnswer UNAUTHORIZED = HttpAnswer.error(401, "Unauthorized");
  private static final String NO_IMESSAGE = "No iMessage";

  private final LateNews news;
  private final CallbackSecrets secrets;
  private final Clock clock;

  RelayHook(CallbackParts parts) {
    this.news = parts.news();
    this.secrets = parts.deviceSecrets();
    this.clock = parts.clock();
  }

  HttpAnswer hear(HttpRequest request) {
    return OrAnswer.of(secretOf(request), UNAUTHORIZED)
        .then(secret -> JsonBody.of(request))
        .then(body -> RelayReport.read(body))
        .answered(this::take);
  }

  private Optional<String> secretOf(HttpRequest request) {
    return request
        .queryParameter("secret")
        .filter(given -> secrets.fits(request.segment(DEVICE), given));
  }

  private HttpAnswer take(RelayReport report) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    switch (report.kind()) {
      case MESSAGE -> takeMessage(report, now);
      case SEND_ERROR -> takeError(report, now);
      case OTHER -> {}
    }
    return HttpAnswer.success();
  }

  private void takeMessage(RelayReport report, Instant now) {
    report.token().ifPresent(of -> news.left(of.sendId(), of.part(), report.guid(), now));
    report.deliveredAt(now).ifPresent(at -> news.delivered(report.guid(), at, now));
  }

  /** Another error than 22 is left to the device's own rows: it may still be under way. */
  private void takeError(RelayReport report, Instant now) {
    if (report.hasNoIMessage()) {
      news.failed(report.guid(), NO_IMESSAGE, true, now);
    }
  }
}
