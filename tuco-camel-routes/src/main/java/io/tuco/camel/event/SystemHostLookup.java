package io.tuco.camel.event;

import io.tuco.core.event.HostLookup;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The resolver of this machine. Blocks as long as it takes: not for event loops. */
public final class SystemHostLookup implements HostLookup {

  @Override
  public List<InetAddress> addressesOf(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }
}
