package io.tuco.camel.dispatch;

import io.tuco.camel.Seams;
import io.tuco.core.dispatch.LaneWheel;
import io.tuco.core.engine.DispatchEngine;
import io.tuco.core.engine.EngineParts;
import io.tuco.core.engine.LaneSweep;
import io.tuco.core.engine.LaneWakes;
import io.tuco.core.engine.RecentFacts;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door of this package: puts lanes to work in a context. */
public final class Dispatching {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatching.class);

  private final DispatchEngine engine;
  private final LaneWheel wheel;

  private Dispatching(DispatchEngine engine, LaneWheel wheel) {
    this.engine = engine;
    this.wheel = wheel;
  }

  /** Adds the routes and the driver; they start and stop with the context. */
  public static Dispatching installOn(
      CamelContext context, DispatchParts parts, ProducerTemplate template) throws Exception {
    var wheel = new LaneWheel();
    var workers =
        context
            .getExecutorServiceManager()
            .newFixedThreadPool(Dispatching.class, "tuco-dispatch", parts.workers());
    var engine = engine(parts, template);
    var wakes = new LaneWakes(wheel, engine.turns(), parts.settings(), parts.nanos());
    var driver = new LaneDriver(context, wheel, wakes, workers, parts.clock(), parts.nanos());
    context.addRoutes(new LaneRoutes(new TurnSteps(engine.turns()), driver, workers));
    context.addRoutes(
        new TickRoutes(
            parts.ticks(),
            engine,
            new LaneSweep(parts.stores(), wakes, parts.clock(), parts.nanos()),
            driver,
            parts.clock()));
    context.addService(new NodeService(engine.node()), true, true);
    context.addService(driver, true, true);
    return new Dispatching(engine, wheel);
  }

  private static DispatchEngine engine(DispatchParts parts, ProducerTemplate template) {
    return DispatchEngine.of(
        new EngineParts(
            parts.stores(),
            parts.settings(),
            parts.renderer(),
            parts.streamed(),
            parts.ids(),
            parts.clock(),
            parts.nanos(),
            parts.nodeId(),
            RecentFacts.AGE,
            parts.attachments(),
            parts.links(),
            lane -> sendQuietly(template, Seams.LANE_WAKE, lane),
            outbox -> sendQuietly(template, Seams.OUTBOX_OFFER, outbox),
            key -> sendQuietly(template, Seams.WEBHOOK_DELIVER, key)));
  }

  /** What is sent so is stored: a sweep does what fails here. */
  private static void sendQuietly(ProducerTemplate template, String seam, Object body) {
    try {
      template.sendBody(seam, body);
    } catch (CamelExecutionException e) {
      LOG.warn("{} is left to a sweep: {}", seam, e.getCause().getClass().getName());
    }
  }

  /** What people may order while messages wait or are under way. */
  public DispatchEngine engine() {
    return engine;
  }

  /** Lanes that are scheduled or running on this node. */
  public int lanes() {
    return wheel.size();
  }
}
