package io.tuco.camel.lookup;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.core.dispatch.Availability;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.engine.LookUpResult;
import io.tuco.core.engine.LookUpSeries;
import io.tuco.core.engine.LookUps;
import io.tuco.core.engine.LookUps.Reserved;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * Walks a series of look-ups, on several devices at once: take the next address, take a place for
 * it, wait for its turn without a thread, ask, note. While the context stops, nothing new begins.
 */
final class LookUpRoutes extends RouteBuilder {

  private static final String WALK = "direct:tuco-look-up-walk";
  private static final String ASK = "direct:tuco-look-up-ask";
  private static final String SERIES = "tuco-look-up-series";
  private static final String STEP = "tuco-look-up-step";

  private final LookUps lookUps;
  private final Clock clock;
  private final ScheduledExecutorService workers;

  LookUpRoutes(LookUps lookUps, Clock clock, ScheduledExecutorService workers) {
    this.lookUps = lookUps;
    this.clock = clock;
    this.workers = workers;
  }

  @Override
  public void configure() {
    // spotless:off
    from(Seams.LOOK_UP).routeId("tuco-look-up").routeConfigurationId(FailureRoutes.INNER)
        .setVariable(SERIES, body())
        .transform().body(LookUpSeries.class, this::walkers)
        .split(body()).parallelProcessing().executorService(workers).stopOnException()
            .to(WALK)
        .end()
        .setBody(variable(SERIES));

    from(WALK).routeId("tuco-look-up-walk").routeConfigurationId(FailureRoutes.INNER)
        .process(this::take)
        .loopDoWhile(exchange -> exchange.getVariable(STEP) != null)
            .process(exchange -> exchange.getMessage().setBody(lookUps.reserve(series(exchange).lines())))
            .choice().when(body().isInstanceOf(Reserved.Turn.class)).to(ASK).end()
            .process(this::note)
            .process(this::take)
        .end();

    from(ASK).routeId("tuco-look-up-ask").routeConfigurationId(FailureRoutes.INNER)
        .delay().exchange(this::untilTurn).asyncDelayed().executorService(workers)
        .process(this::question)
        .to(Seams.RELAY_CHECK)
        .threads().executorService(workers).process(exchange -> {});
    // spotless:on
  }

  private List<Integer> walkers(LookUpSeries series) {
    var count = series.walkers(lookUps.devicesOf(series.lines()));
    return IntStream.range(0, count).boxed().toList();
  }

  private void take(Exchange exchange) {
    var step = getContext().isStopping() ? null : series(exchange).take().orElse(null);
    if (step == null) {
      exchange.removeVariable(STEP);
    } else {
      exchange.setVariable(STEP, step);
    }
  }

  private long untilTurn(Exchange exchange) {
    var turn = exchange.getMessage().getBody(Reserved.Turn.class);
    return Math.max(0, Duration.between(clock.instant(), turn.at()).toMillis());
  }

  private void question(Exchange exchange) {
    var turn = exchange.getMessage().getBody(Reserved.Turn.class);
    exchange
        .getMessage()
        .setBody(new DispatchCommand.Check(turn.device(), step(exchange).address()));
  }

  private void note(Exchange exchange) {
    series(exchange).note(step(exchange), result(exchange));
  }

  private LookUpResult result(Exchange exchange) {
    return exchange.getMessage().getBody() instanceof Reserved.Refused refused
        ? refused.why()
        : lookUps.note(
            series(exchange).lines(),
            step(exchange).address(),
            exchange.getMessage().getBody(Availability.class));
  }

  private static LookUpSeries series(Exchange exchange) {
    return exchange.getVariable(SERIES, LookUpSeries.class);
  }

  private static LookUpSeries.Step step(Exchange exchange) {
    return exchange.getVariable(STEP, LookUpSeries.Step.class);
  }
}
