package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.event.GuardedUrl;
import io.tuco.core.event.HostLookup;
import io.tuco.core.event.UrlRules;
import io.tuco.core.event.UrlVerdict;

/**
 * Whether we take a URL as a webhook's (webhook contract, section 7): its text first, then every
 * address of its host. Which rule it broke is not told. A host without an address now is taken: it
 * is judged again at every connection.
 */
final class WebhookUrls {

  private static final HttpAnswer MALFORMED = HttpAnswer.error(400, "Invalid URL format");
  private static final HttpAnswer FORBIDDEN =
      HttpAnswer.error(400, "URL is not allowed", "URL_NOT_ALLOWED");

  private final UrlRules rules;
  private final HostLookup hosts;

  WebhookUrls(UrlRules rules, HostLookup hosts) {
    this.rules = rules;
    this.hosts = hosts;
  }

  OrAnswer<String> judge(String url) {
    var verdict = rules.judge(url);
    return switch (verdict.kind()) {
      case MALFORMED -> OrAnswer.answer(MALFORMED);
      case FORBIDDEN -> OrAnswer.answer(FORBIDDEN);
      case ALLOWED -> resolved(((UrlVerdict.Allowed) verdict).url());
    };
  }

  private OrAnswer<String> resolved(GuardedUrl url) {
    return hosts.addressesOf(url.host()).stream().allMatch(rules::allows)
        ? OrAnswer.of(url.text())
        : OrAnswer.answer(FORBIDDEN);
  }
}
