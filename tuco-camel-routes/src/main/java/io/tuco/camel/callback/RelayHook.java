package io.tuco.camel.callback;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.JsonBody;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.engine.DeviceNews;
import io.tuco.core.line.CallbackSecrets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports of a device (relay contract, section 6). The secret in the query is all that it proves
 * itself by, and it repeats nothing: 200 is said once what it told is stored.
 */
final class RelayHook {

  private static final Logger LOG = LoggerFactory.getLogger(RelayHook.class);
  private static final int DEVICE = 2;
  private static final HttpAnswer UNAUTHORIZED = HttpAnswer.error(401, "Unauthorized");

  private final DeviceNews news;
  private final CallbackSecrets secrets;
  private final Clock clock;

  RelayHook(CallbackParts parts) {
    this.news = parts.engine().deviceNews();
    this.secrets = parts.deviceSecrets();
    this.clock = parts.clock();
  }

  HttpAnswer hear(HttpRequest request) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return OrAnswer.of(secretOf(request), UNAUTHORIZED)
        .then(secret -> JsonBody.of(request))
        .then(body -> RelayReport.read(body, now))
        .answered(report -> take(request.segment(DEVICE), report, now));
  }

  private Optional<String> secretOf(HttpRequest request) {
    return request
        .queryParameter("secret")
        .filter(given -> secrets.fits(request.segment(DEVICE), given));
  }

  private HttpAnswer take(String deviceId, RelayReport report, Instant now) {
    if (report.kind() == RelayReport.Kind.MOVED) {
      // Whoever could make us follow it would read everything: the operator decides.
      LOG.warn("Device {} says that its address has changed; nobody follows it there", deviceId);
    }
    report.message().ifPresent(told -> pass(deviceId, report, now));
    report.typing().ifPresent(typing -> news.typed(deviceId, typing.sender(), typing.isOn(), now));
    return HttpAnswer.success();
  }

  private void pass(String deviceId, RelayReport report, Instant now) {
    var told = report.message().orElseThrow();
    switch (report.kind()) {
      case NEW -> news.heard(deviceId, told, now);
      case CHANGED -> news.changed(deviceId, told, now);
      case SEND_ERROR -> news.failed(deviceId, told, now);
      case TYPING, MOVED, OTHER -> {}
    }
  }
}
