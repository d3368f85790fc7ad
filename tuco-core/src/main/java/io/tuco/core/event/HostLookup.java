package io.tuco.core.event;

import java.net.InetAddress;
import java.util.List;

/** Asks for every address of a host, IPv4 and IPv6. Given in, so that rules need no network. */
@FunctionalInterface
public interface HostLookup {

  /**
   * All addresses; none when the name does not resolve now. An address written out is its own.
   *
   * @param host as {@link GuardedUrl#host()} has it
   */
  List<InetAddress> addressesOf(String host);
}
