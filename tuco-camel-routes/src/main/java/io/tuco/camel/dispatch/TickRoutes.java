package io.tuco.camel.dispatch;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.core.engine.DeviceWatch;
import io.tuco.core.engine.LaneSweep;
import io.tuco.core.engine.NodeLease;
import io.tuco.core.line.Device;
import io.tuco.core.line.SenderHealth;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The coarse ticks: this node's sign of life, the sweep behind lost wakes, the devices' health. */
final class TickRoutes extends RouteBuilder {

  private static final String DEVICE = "tuco-probed-device";

  private final Ticks ticks;
  private final NodeLease node;
  private final LaneSweep sweep;
  private final LaneDriver driver;
  private final DeviceWatch devices;

  TickRoutes(Ticks ticks, NodeLease node, LaneSweep sweep, LaneDriver driver, DeviceWatch devices) {
    this.ticks = ticks;
    this.node = node;
    this.sweep = sweep;
    this.driver = driver;
    this.devices = devices;
  }

  @Override
  public void configure() {
    // spotless:off
    from(ticks.renewal()).routeId("tuco-node-renew").routeConfigurationId(FailureRoutes.WORKING)
        .process(exchange -> node.renew());

    from(ticks.sweep()).routeId("tuco-lane-sweep").routeConfigurationId(FailureRoutes.WORKING)
        .process(exchange -> sweep.sweep())
        .process(exchange -> driver.nudge());

    from(ticks.probe()).routeId("tuco-device-watch").routeConfigurationId(FailureRoutes.WORKING)
        .process(exchange -> exchange.getMessage().setBody(devices.all()))
        .split(body()).parallelProcessing().to("direct:tuco-device-check").end();

    from("direct:tuco-device-check").routeId("tuco-device-check").routeConfigurationId(FailureRoutes.INNER)
        .setVariable(DEVICE, body())
        .to(Seams.RELAY_PROBE)
        .process(this::note);
    // spotless:on
  }

  private void note(Exchange exchange) {
    var device = exchange.getVariable(DEVICE, Device.class);
    if (devices.note(device, exchange.getMessage().getBody(SenderHealth.class))) {
      driver.wake(device.laneId());
    }
  }
}
