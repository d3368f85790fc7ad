package io.tuco.camel.outbound;

import io.tuco.core.event.GuardedUrl;
import io.tuco.core.event.HostLookup;
import io.tuco.core.event.UrlRules;
import io.tuco.core.event.UrlVerdict;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** A user's URL that may be called, with the address to connect to; or why it may not. */
public sealed interface GuardedTarget {

  /** Every address of the host was judged; the first is taken, and nobody looks it up again. */
  record Reachable(GuardedUrl url, InetAddress address) implements GuardedTarget {

    public boolean isTls() {
      return url.scheme().equals("https");
    }

    /** The Host header, where a client would write an IPv6 address without its brackets. */
    public Optional<String> bracketedHost() {
      return url.host().contains(":")
          ? Optional.of("[" + url.host() + "]:" + url.port())
          : Optional.empty();
    }
  }

  /** The URL or one of its host's addresses is not ours to call. Which rule says so is not told. */
  record Forbidden() implements GuardedTarget {}

  /** The host has no address now. */
  record Unresolved() implements GuardedTarget {}

  /**
   * Judges the text, looks the host up, judges every address (webhook contract, section 7). May
   * block.
   */
  static GuardedTarget of(String url, UrlRules rules, HostLookup lookup) {
    return rules.judge(url) instanceof UrlVerdict.Allowed allowed
        ? judged(allowed.url(), lookup.addressesOf(allowed.url().host()), rules)
        : new Forbidden();
  }

  private static GuardedTarget judged(GuardedUrl url, List<InetAddress> addresses, UrlRules rules) {
    if (addresses.isEmpty()) {
      return new Unresolved();
    }
    return addresses.stream().allMatch(rules::allows)
        ? new Reachable(url, addresses.get(0))
        : new Forbidden();
  }
}
