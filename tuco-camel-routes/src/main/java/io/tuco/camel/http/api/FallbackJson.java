package io.tuco.camel.http.api;

import io.tuco.camel.json.JsonFields;
import io.tuco.core.address.Address;
import io.tuco.core.workspace.AccountStop;
import io.tuco.core.workspace.SmsFallback;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fallback configuration as its workspace sees it: never the token, the account masked. */
final class FallbackJson {

  private static final int LAST = 4;
  private static final String MASK = "AC" + "*".repeat(28);

  private FallbackJson() {}

  static JsonFields of(SmsFallback fallback, Instant now) {
    return new JsonFields()
        .put("configured", fallback.isConfigured())
        .put("enabled", fallback.enabled())
        .put("provider", FallbackWords.TWILIO)
        .putIf("accountSid", fallback.accountSid().map(FallbackJson::masked))
        .putOrNull("fromNumber", fallback.from().map(Address::value))
        .putOrNull("messagingServiceSid", fallback.messagingServiceSid())
        .put("sendFallbackSmsOnFailed", fallback.onFailed())
        .putOrNull("updatedAt", fallback.updatedAt())
        .putIf(
            "stopped", fallback.stop().filter(stop -> !stop.isOver(now)).map(FallbackJson::stop));
  }

  private static Map<String, @Nullable Object> stop(AccountStop stop) {
    return new JsonFields()
        .put("reason", stop.reason())
        .put("since", stop.since())
        .putIf("until", stop.until())
        .tree();
  }

  private static String masked(String accountSid) {
    return MASK + accountSid.substring(accountSid.length() - LAST);
  }
}
