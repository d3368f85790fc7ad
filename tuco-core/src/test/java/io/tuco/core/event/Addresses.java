package io.tuco.core.event;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** Addresses for tests, read by the JDK so that our own parser does not vouch for itself. */
final class Addresses {

  private Addresses() {}

  static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static InetAddress first(String block) {
    return address(block.substring(0, block.indexOf('/')));
  }

  static InetAddress last(String block) {
    var first = first(block);
    var hostBits = size(first) * 8 - Integer.parseInt(block.substring(block.indexOf('/') + 1));
    return after(first, BigInteger.ONE.shiftLeft(hostBits).subtract(BigInteger.ONE)).orElseThrow();
  }

  static Optional<InetAddress> before(InetAddress address) {
    return after(address, BigInteger.ONE.negate());
  }

  static Optional<InetAddress> after(InetAddress address) {
    return after(address, BigInteger.ONE);
  }

  private static Optional<InetAddress> after(InetAddress address, BigInteger distance) {
    var moved = new BigInteger(1, address.getAddress()).add(distance);
    var size = size(address);
    if (moved.signum() < 0 || moved.bitLength() > size * 8) {
      return Optional.empty();
    }
    var bytes = moved.toByteArray();
    var padded = new byte[size];
    var kept = Math.min(bytes.length, size);
    System.arraycopy(
        Arrays.copyOfRange(bytes, bytes.length - kept, bytes.length), 0, padded, size - kept, kept);
    return Optional.of(of(padded));
  }

  static InetAddress of(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static int size(InetAddress address) {
    return address.getAddress().length;
  }
}
