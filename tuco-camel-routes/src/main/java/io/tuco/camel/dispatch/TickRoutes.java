package io.tuco.camel.dispatch;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.core.engine.DispatchEngine;
import io.tuco.core.engine.LaneSweep;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.line.SenderHealth;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * The coarse ticks: this node's sign of life, the sweep behind lost wakes, the health of devices
 * and of lines' own accounts, and what is to be forgotten.
 */
final class TickRoutes extends RouteBuilder {

  private static final String PROBED = "tuco-probed";

  private final Ticks ticks;
  private final DispatchEngine engine;
  private final LaneSweep sweep;
  private final LaneDriver driver;
  private final Clock clock;

  TickRoutes(Ticks ticks, DispatchEngine engine, LaneSweep sweep, LaneDriver driver, Clock clock) {
    this.ticks = ticks;
    this.engine = engine;
    this.sweep = sweep;
    this.driver = driver;
    this.clock = clock;
  }

  @Override
  public void configure() {
    // spotless:off
    from(ticks.renewal()).routeId("tuco-node-renew").routeConfigurationId(FailureRoutes.WORKING)
        .process(exchange -> engine.node().renew());

    from(ticks.sweep()).routeId("tuco-lane-sweep").routeConfigurationId(FailureRoutes.WORKING)
        .process(exchange -> sweep.sweep())
        .process(exchange -> driver.nudge())
        .process(exchange -> engine.followUps().sweep())
        .process(exchange -> engine.expiry().sweep(clock.instant()))
        .process(exchange -> engine.chatOrders().sweep());

    from(ticks.probe()).routeId("tuco-sender-watch").routeConfigurationId(FailureRoutes.WORKING)
        .process(exchange -> exchange.getMessage().setBody(engine.senders().devices()))
        .split(body()).parallelProcessing().to("direct:tuco-device-check").end();

    from(ticks.accountProbe()).routeId("tuco-account-watch").routeConfigurationId(FailureRoutes.WORKING)
        .process(exchange -> exchange.getMessage().setBody(engine.senders().accounts()))
        .split(body()).to("direct:tuco-account-check").end();

    from(ticks.tidying()).routeId("tuco-retention-sweep").routeConfigurationId(FailureRoutes.WORKING)
        .process(exchange -> engine.retention().sweep(clock.instant()));

    from("direct:tuco-device-check").routeId("tuco-device-check").routeConfigurationId(FailureRoutes.INNER)
        .setVariable(PROBED, body())
        .to(Seams.RELAY_PROBE)
        .process(this::noteDevice);

    from("direct:tuco-account-check").routeId("tuco-account-check").routeConfigurationId(FailureRoutes.INNER)
        .setVariable(PROBED, body())
        .to(Seams.LINE_PROBE)
        .process(this::noteLine);
    // spotless:on
  }

  private void noteDevice(Exchange exchange) {
    var device = exchange.getVariable(PROBED, Device.class);
    if (engine.senders().note(device, exchange.getMessage().getBody(SenderHealth.class))) {
      driver.wake(device.laneId());
    }
  }

  private void noteLine(Exchange exchange) {
    var line = exchange.getVariable(PROBED, Line.class);
    if (engine.senders().note(line, exchange.getMessage().getBody(SenderHealth.class))) {
      driver.wake(line.laneId());
    }
  }
}
