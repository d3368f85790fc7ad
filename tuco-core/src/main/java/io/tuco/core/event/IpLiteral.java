package io.tuco.core.event;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IP addresses as text, in the one spelling each part of the world agrees on.
 *
 * <p>The JDK's own parser is not asked: it takes {@code 127.1} and {@code 2130706433}, and looks
 * names up.
 */
final class IpLiteral {

  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern V4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final int GROUPS = 8;
  private static final int MAX_V6_LENGTH = 45;

  private IpLiteral() {}

  static Optional<InetAddress> parse(String text) {
    return text.contains(":") ? v6(text) : v4(text);
  }

  /**
   * Dotted quad, decimal, no leading zeros: {@code 0177} is octal to some and decimal to others.
   */
  static Optional<InetAddress> v4(String text) {
    return V4.matcher(text).matches() ? Optional.of(address(octets(text))) : Optional.empty();
  }

  /** RFC 4291 text, without brackets and without zone; a mapped address comes out as IPv4. */
  static Optional<InetAddress> v6(String text) {
    if (text.length() > MAX_V6_LENGTH) {
      return Optional.empty();
    }
    var gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(all -> all.length == 2 * GROUPS).map(IpLiteral::address);
    }
    if (text.indexOf("::", gap + 1) >= 0) {
      return Optional.empty();
    }
    return groups(text.substring(0, gap))
        .filter(head -> text.indexOf('.') < 0 || text.indexOf('.') > gap)
        .flatMap(head -> groups(text.substring(gap + 2)).flatMap(tail -> joined(head, tail)));
  }

  /** The IPv4 address inside {@code ::ffff:0:0/96}, any other address as it is. */
  static InetAddress unmapped(InetAddress address) {
    var bytes = address.getAddress();
    return isMapped(bytes) ? address(Arrays.copyOfRange(bytes, 12, 16)) : address;
  }

  private static boolean isMapped(byte[] bytes) {
    return bytes.length == 16
        && Arrays.equals(bytes, 0, 10, new byte[10], 0, 10)
        && bytes[10] == -1
        && bytes[11] == -1;
  }

  private static Optional<InetAddress> joined(byte[] head, byte[] tail) {
    var whole = new byte[2 * GROUPS];
    // The gap stands for one group of zeros at least.
    if (head.length + tail.length > whole.length - 2) {
      return Optional.empty();
    }
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(tail, 0, whole, whole.length - tail.length, tail.length);
    return Optional.of(address(whole));
  }

  /** The bytes of groups between single colons, the last of which may be a dotted quad. */
  private static Optional<byte[]> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of(new byte[0]);
    }
    var parts = text.split(":", -1);
    var last = parts[parts.length - 1];
    var quad = V4.matcher(last).matches();
    var hex = quad ? Arrays.copyOf(parts, parts.length - 1) : parts;
    if (!Arrays.stream(hex).allMatch(part -> GROUP.matcher(part).matches())) {
      return Optional.empty();
    }
    var bytes = ByteBuffer.allocate(2 * hex.length + (quad ? 4 : 0));
    for (var part : hex) {
      bytes.putShort((short) Integer.parseInt(part, 16));
    }
    return Optional.of((quad ? bytes.put(octets(last)) : bytes).array());
  }

  private static byte[] octets(String quad) {
    var parts = quad.split("\\.");
    var bytes = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }
    return bytes;
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("An address has 4 or 16 bytes", e);
    }
  }
}
