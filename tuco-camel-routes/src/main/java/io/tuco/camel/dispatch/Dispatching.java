package io.tuco.camel.dispatch;

import io.tuco.camel.Seams;
import io.tuco.core.dispatch.DispatchMachine;
import io.tuco.core.dispatch.LaneWheel;
import io.tuco.core.engine.DeviceWatch;
import io.tuco.core.engine.LaneClaims;
import io.tuco.core.engine.LaneSweep;
import io.tuco.core.engine.NodeLease;
import io.tuco.core.engine.Reconciliation;
import io.tuco.core.engine.SendRecords;
import io.tuco.core.engine.StoreCommands;
import io.tuco.core.engine.WaitingMessages;
import io.tuco.core.event.MessageEvents;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/** The door of this package: puts lanes to work in a context. */
public final class Dispatching {

  private final WaitingMessages waiting;
  private final LaneWheel wheel;

  private Dispatching(WaitingMessages waiting, LaneWheel wheel) {
    this.waiting = waiting;
    this.wheel = wheel;
  }

  /** Adds the routes and the driver; they start and stop with the context. */
  public static Dispatching installOn(
      CamelContext context, DispatchParts parts, ProducerTemplate template) throws Exception {
    var events = new MessageEvents(parts.ids());
    var wheel = new LaneWheel();
    var workers =
        context
            .getExecutorServiceManager()
            .newFixedThreadPool(Dispatching.class, "tuco-dispatch", parts.workers());
    var node = new NodeLease(parts.nodeId(), parts.stores().nodes(), parts.clock(), parts.nanos());
    var driver = new LaneDriver(context, wheel, workers, parts.clock(), parts.nanos());
    var waiting =
        new WaitingMessages(
            parts.stores(),
            events,
            parts.renderer(),
            lane -> template.sendBody(Seams.LANE_WAKE, lane));
    var machine = new DispatchMachine(parts.settings(), parts.clock(), parts.nanos());
    var claims = new LaneClaims(parts.stores(), waiting, parts.ids(), node);
    var records = new SendRecords(parts.stores(), events, parts.renderer());
    var store = new StoreCommands(machine, claims, records, parts.stores().lanes(), parts.clock());
    var reconciliation = new Reconciliation(parts.stores().messages());
    context.addRoutes(
        new LaneRoutes(new TurnSteps(machine, reconciliation, node), store, driver, workers));
    context.addRoutes(
        new TickRoutes(
            parts.ticks(),
            node,
            new LaneSweep(parts.stores(), wheel, parts.clock(), parts.nanos()),
            driver,
            new DeviceWatch(parts.stores().devices())));
    context.addService(new NodeService(node), true, true);
    context.addService(driver, true, true);
    return new Dispatching(waiting, wheel);
  }

  /** For the operator, who takes lines away. */
  public WaitingMessages waiting() {
    return waiting;
  }

  /** Lanes that are scheduled or running on this node. */
  public int lanes() {
    return wheel.size();
  }
}
