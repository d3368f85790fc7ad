package io.tuco.camel.outbound;

import io.tuco.core.event.HostLookup;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The resolver of this machine. May block; never called on an event loop. */
public final class SystemHosts implements HostLookup {

  @Override
  public List<InetAddress> addressesOf(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }
}
