package io.tuco.camel.event;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds every address of a host name. May block; never called on an event loop. */
@FunctionalInterface
public interface HostLookup {

  List<InetAddress> addresses(String host) throws UnknownHostException;

  /** The resolver of this machine. */
  static HostLookup system() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
