package io.tuco.camel.standalone;

import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpEngine;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** Serves {@code platform-http} routes by consumers that let an exchange wait without a thread. */
final class ParkingHttpEngine extends VertxPlatformHttpEngine {

  @Override
  public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor route) {
    if (endpoint.isUseStreaming()) {
      // Ours brings the body to the disk; Camel's way would bring it to memory, however long it is.
      endpoint.setUseStreaming(false);
      endpoint.setUseBodyHandler(false);
    }
    var router = VertxPlatformHttpRouter.getRouterNameFromPort(getServerPort());
    return new ParkingHttpConsumer(endpoint, route, getHandlers(), router);
  }
}
