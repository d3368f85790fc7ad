package io.tuco.core.event;

import java.net.InetAddress;

/**
 * A block of IP addresses, {@code 10.0.0.0/8} or {@code fc00::/7}.
 *
 * <p>Refused are host bits behind the prefix (usually a typing mistake) and IPv4-mapped blocks:
 * mapped addresses are compared as the IPv4 addresses they stand for.
 */
public record Cidr(InetAddress network, int prefix) {

  public Cidr {
    var bytes = network.getAddress();
    if (prefix < 0 || prefix > bytes.length * Byte.SIZE) {
      throw new IllegalArgumentException("A prefix of " + prefix + " does not fit the address");
    }
    if (!agree(bytes, mask(bytes, prefix), bytes.length * Byte.SIZE)) {
      throw new IllegalArgumentException("The address has bits behind its prefix of " + prefix);
    }
  }

  /** Reads {@code address/prefix}; anything else is an {@link IllegalArgumentException}. */
  public static Cidr parse(String text) {
    var slash = text.indexOf('/');
    var digits = text.substring(slash + 1);
    if (slash < 0 || !digits.matches("0|[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException("Not an address block: " + text);
    }
    return IpLiteral.parse(text.substring(0, slash))
        .map(network -> new Cidr(network, Integer.parseInt(digits)))
        .orElseThrow(() -> new IllegalArgumentException("Not an address block: " + text));
  }

  public boolean contains(InetAddress address) {
    var candidate = IpLiteral.unmapped(address).getAddress();
    var own = network.getAddress();
    return candidate.length == own.length && agree(own, candidate, prefix);
  }

  @Override
  public String toString() {
    return network.getHostAddress() + "/" + prefix;
  }

  private static boolean agree(byte[] one, byte[] other, int bits) {
    for (int bit = 0; bit < bits; bit += Byte.SIZE) {
      var left = Math.min(Byte.SIZE, bits - bit);
      var difference = (one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & 0xff;
      if (difference >> (Byte.SIZE - left) != 0) {
        return false;
      }
    }
    return true;
  }

  private static byte[] mask(byte[] bytes, int prefix) {
    var masked = bytes.clone();
    for (int i = 0; i < masked.length; i++) {
      var kept = Math.max(0, Math.min(Byte.SIZE, prefix - i * Byte.SIZE));
      masked[i] &= (byte) (0xff << (Byte.SIZE - kept));
    }
    return masked;
  }
}
