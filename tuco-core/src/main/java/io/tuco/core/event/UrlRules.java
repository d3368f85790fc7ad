package io.tuco.core.event;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

/**
 * Which URLs of users we call: webhooks and attachments (webhooks contract, section 7).
 *
 * <p>Judge the text first, then resolve the host and ask {@link #allows} for every address it has,
 * at creation and again on every connection; the second DNS answer is the attack. Safe for use by
 * many threads.
 */
public final class UrlRules {

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final UrlVerdict MALFORMED = new UrlVerdict.Malformed();
  private static final UrlVerdict FORBIDDEN = new UrlVerdict.Forbidden();

  private final UrlPolicy policy;
  private final Set<InetAddress> ownAddresses;

  public UrlRules(UrlPolicy policy) {
    this(policy, Set.of());
  }

  /**
   * @param ownAddresses addresses of this machine, refused even where they are public
   */
  public UrlRules(UrlPolicy policy, Set<InetAddress> ownAddresses) {
    this.policy = policy;
    this.ownAddresses = Set.copyOf(ownAddresses);
  }

  /**
   * Judges a URL by its text alone. User info, fragments, foreign schemes and ports, and addresses
   * in disguise ({@code 127.1}, {@code 0x7f000001}, full-width digits) are forbidden.
   */
  public UrlVerdict judge(String url) {
    return UrlParts.parse(url).map(this::judge).orElse(MALFORMED);
  }

  /**
   * Whether a connection may go to this address: it is public, or the operator allows its block.
   */
  public boolean allows(InetAddress address) {
    var plain = IpLiteral.unmapped(address);
    return isInAllowedBlock(plain)
        || AddressRanges.isPublic(plain) && !ownAddresses.contains(plain);
  }

  private UrlVerdict judge(UrlParts parts) {
    var port = parts.port().orElse(standardPort(parts.scheme()));
    if (!isFree(parts) && !allowsWay(parts.scheme(), port)
        || parts.adorned()
        || !allowsHost(parts.host())) {
      return FORBIDDEN;
    }
    var host = parts.host().text();
    return new UrlVerdict.Allowed(
        new GuardedUrl(parts.scheme(), host, port, parts.pathAndQuery(), parts.text()));
  }

  private boolean allowsWay(String scheme, int port) {
    return (scheme.equals("https") || scheme.equals("http") && policy.allowHttp())
        && (port == standardPort(scheme) || policy.ports().contains(port));
  }

  private boolean isFree(UrlParts parts) {
    var host = parts.host();
    var written =
        host.isLocalhost() ? Optional.of(InetAddress.getLoopbackAddress()) : host.address();
    return policy.freeWhereAllowed()
        && Set.of("http", "https").contains(parts.scheme())
        && written.map(IpLiteral::unmapped).filter(this::isInAllowedBlock).isPresent();
  }

  private boolean isInAllowedBlock(InetAddress address) {
    return policy.allowed().stream().anyMatch(block -> block.contains(address));
  }

  private boolean allowsHost(UrlHost host) {
    return switch (host.kind()) {
      case DISGUISED -> false;
      case LITERAL -> host.address().filter(this::allows).isPresent();
      // Loopback by definition (RFC 6761), whatever a resolver makes of it.
      case NAME -> !host.isLocalhost() || allows(InetAddress.getLoopbackAddress());
    };
  }

  private static int standardPort(String scheme) {
    return scheme.equals("http") ? HTTP_PORT : HTTPS_PORT;
  }
}
