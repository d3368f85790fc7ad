package io.tuco.core.event;

import java.util.List;
import java.util.Set;

/**
 * What the operator lets users' URLs do beyond https on port 443 (webhooks contract, section 7).
 *
 * @param allowHttp whether http is taken besides https
 * @param freeWhereAllowed whether a host written as an address of an {@code allowed} block, or as
 *     localhost inside one, may be called by http and on any port
 * @param ports ports taken besides the scheme's own
 * @param allowed address blocks taken although they are not public
 */
public record UrlPolicy(
    boolean allowHttp, boolean freeWhereAllowed, Set<Integer> ports, List<Cidr> allowed) {

  public UrlPolicy {
    ports = Set.copyOf(ports);
    allowed = List.copyOf(allowed);
  }

  /** https on its own port to public addresses: the default for webhooks. */
  public static UrlPolicy strict() {
    return new UrlPolicy(false, false, Set.of(), List.of());
  }

  /** http and https, each on its own port, to public addresses: the default for attachments. */
  public static UrlPolicy web() {
    return new UrlPolicy(true, false, Set.of(), List.of());
  }
}
