package io.tuco.camel.http.v1;

import io.tuco.core.event.HostLookup;
import io.tuco.core.event.UrlRules;
import io.tuco.core.event.UrlVerdict;
import java.util.Optional;

/**
 * Whether we take a URL as a webhook's (webhook contract, section 7): its text first, then every
 * address of its host. A host without an address now is taken: it is judged again at every
 * connection.
 */
final class HookUrls {

  static final String WHAT = "an https URL of a public host";

  private final UrlRules rules;
  private final HostLookup hosts;

  HookUrls(UrlRules rules, HostLookup hosts) {
    this.rules = rules;
    this.hosts = hosts;
  }

  Optional<String> judge(String url) {
    return rules.judge(url) instanceof UrlVerdict.Allowed allowed
            && hosts.addressesOf(allowed.url().host()).stream().allMatch(rules::allows)
        ? Optional.of(allowed.url().text())
        : Optional.empty();
  }
}
