package io.tuco.core.event;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses no delivery and no fetch may reach (webhooks contract, section 7).
 *
 * <p>A table of our own: {@link InetAddress} calls carrier NAT, NAT64, 6to4 and unique local
 * addresses public.
 */
final class AddressRanges {

  private static final List<Cidr> REFUSED =
      Stream.of(
              "0.0.0.0/8", // this host
              "10.0.0.0/8", // private
              "100.64.0.0/10", // carrier NAT, a cloud's metadata service
              "127.0.0.0/8", // loopback
              "169.254.0.0/16", // link-local, metadata
              "172.16.0.0/12", // private
              "192.0.0.0/24", // protocol assignments, metadata
              "192.0.2.0/24", // documentation
              "192.88.99.0/24", // 6to4 relays
              "192.168.0.0/16", // private
              "198.18.0.0/15", // benchmarks
              "198.51.100.0/24", // documentation
              "203.0.113.0/24", // documentation
              "224.0.0.0/4", // multicast
              "240.0.0.0/4", // reserved
              "255.255.255.255/32", // broadcast
              "168.63.129.16/32", // a cloud's wire server, on a public address
              "::/128", // unspecified
              "::1/128", // loopback
              "::/96", // IPv4-compatible
              "64:ff9b::/96", // NAT64
              "64:ff9b:1::/48", // local NAT64
              "100::/64", // discard
              "2001::/32", // Teredo
              "2001:db8::/32", // documentation
              "2002::/16", // 6to4
              "3fff::/20", // documentation
              "5f00::/16", // segment routing
              "fc00::/7", // unique local
              "fe80::/10", // link-local
              "fec0::/10", // site-local: withdrawn, yet old networks still route it
              "ff00::/8") // multicast
          .map(Cidr::parse)
          .toList();

  private AddressRanges() {}

  /** Whether the address is none of the above; mapped IPv4 addresses are unwrapped first. */
  static boolean isPublic(InetAddress address) {
    var plain = IpLiteral.unmapped(address);
    return REFUSED.stream().noneMatch(range -> range.contains(plain));
  }
}
