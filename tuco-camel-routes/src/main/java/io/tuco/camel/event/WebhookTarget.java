package io.tuco.camel.event;

import io.tuco.core.event.GuardedUrl;
import io.tuco.core.event.HostLookup;
import io.tuco.core.event.UrlRules;
import io.tuco.core.event.UrlVerdict;
import java.net.InetAddress;
import java.util.List;

/** A URL that may be called, with the address to connect to; or why it may not. */
sealed interface WebhookTarget {

  /** Every address of the host was judged; the first is taken. */
  record Reachable(GuardedUrl url, InetAddress address) implements WebhookTarget {}

  /**
   * Not to be called, or not now.
   *
   * @param reason one sentence that names neither the URL nor an address
   */
  record Refused(String reason) implements WebhookTarget {}

  /** Judges the text, looks the host up, judges every address (webhook contract, section 7). */
  static WebhookTarget of(String url, UrlRules rules, HostLookup lookup) {
    return rules.judge(url) instanceof UrlVerdict.Allowed allowed
        ? judged(allowed.url(), lookup.addressesOf(allowed.url().host()), rules)
        : new Refused("URL is not allowed");
  }

  private static WebhookTarget judged(GuardedUrl url, List<InetAddress> addresses, UrlRules rules) {
    if (addresses.isEmpty()) {
      return new Refused("Host not found");
    }
    return addresses.stream().allMatch(rules::allows)
        ? new Reachable(url, addresses.get(0))
        : new Refused("URL is not allowed");
  }
}
