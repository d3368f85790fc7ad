package io.tuco.camel.mongo;

import io.tuco.core.secret.Sealed;
import io.tuco.core.workspace.AccountStop;
import io.tuco.core.workspace.SmsFallback;
import org.bson.Document;

/** A workspace's own account for texts. */
final class SmsFallbackDocument {

  private SmsFallbackDocument() {}

  static Document of(SmsFallback fallback) {
    return new DocumentWriter()
        .put("enabled", fallback.enabled())
        .put("accountSid", fallback.accountSid())
        .put("authToken", fallback.authToken())
        .put("from", fallback.from())
        .put("messagingServiceSid", fallback.messagingServiceSid())
        .put("onFailed", fallback.onFailed())
        .put("updatedAt", fallback.updatedAt())
        .put("stop", fallback.stop().map(SmsFallbackDocument::stop))
        .document();
  }

  static SmsFallback read(DocumentReader reader) {
    return new SmsFallback(
        reader.flag("enabled"),
        reader.optionalText("accountSid"),
        reader.optionalText("authToken").map(Sealed::new),
        reader.phone("from"),
        reader.optionalText("messagingServiceSid"),
        reader.flag("onFailed"),
        reader.optionalInstant("updatedAt"),
        reader
            .optionalPart("stop")
            .map(
                stop ->
                    new AccountStop(
                        stop.text("reason"),
                        stop.instant("since"),
                        stop.optionalInstant("until"))));
  }

  static Document stop(AccountStop stop) {
    return new DocumentWriter()
        .put("reason", stop.reason())
        .put("since", stop.since())
        .put("until", stop.until())
        .document();
  }
}
