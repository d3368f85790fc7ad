package io.tuco.camel.failpoint;

import io.tuco.camel.Seams;
import io.tuco.core.dispatch.DispatchCommand;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Failpoints before and after the routes call a seam. To be added before any route. */
public final class FailpointSeams implements InterceptStrategy {

  private static final Map<String, Point> BEFORE =
      Map.of(
          Seams.LANE_EXPECT, Point.ACCEPT_AFTER_INSERT_BEFORE_WAKE,
          Seams.RELAY_SEND, Point.DISPATCH_BEFORE_FIRST_BYTE,
          Seams.SMS_SEND, Point.DISPATCH_BEFORE_FIRST_BYTE,
          Seams.MAIL_SEND, Point.DISPATCH_BEFORE_FIRST_BYTE,
          Seams.RELAY_VERIFY, Point.SETTLE_DURING_QUERY,
          Seams.SMS_VERIFY, Point.SETTLE_DURING_QUERY,
          Seams.OUTBOX_OFFER, Point.DISPATCH_AFTER_RELEASE_BEFORE_PUBLISH);

  private static final Map<String, Point> AFTER =
      Map.of(
          Seams.RELAY_CHECK, Point.DISPATCH_AFTER_AVAILABILITY,
          Seams.RELAY_SEND, Point.DISPATCH_AFTER_ANSWER_BEFORE_RESULT,
          Seams.SMS_SEND, Point.DISPATCH_AFTER_ANSWER_BEFORE_RESULT,
          Seams.MAIL_SEND, Point.DISPATCH_AFTER_ANSWER_BEFORE_RESULT);

  private final ArmedFailpoint armed;

  public FailpointSeams(ArmedFailpoint armed) {
    this.armed = armed;
  }

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext context, NamedNode definition, Processor target, Processor next) {
    return definition instanceof ToDefinition to && isWatched(to.getUri())
        ? new Watched(to.getUri(), target)
        : target;
  }

  private static boolean isWatched(String seam) {
    return watched().contains(seam);
  }

  /** The seams with a failpoint; one that no route calls would never be reached. */
  static Set<String> watched() {
    var seams = new HashSet<>(BEFORE.keySet());
    seams.addAll(AFTER.keySet());
    return seams;
  }

  private final class Watched extends DelegateAsyncProcessor {

    private final String seam;

    Watched(String seam, Processor target) {
      super(target);
      this.seam = seam;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
      var followsUp = followsUp(exchange);
      if (!reach(exchange, BEFORE.containsKey(seam) ? List.of(BEFORE.get(seam)) : List.of())) {
        callback.done(true);
        return true;
      }
      return super.process(
          exchange,
          doneSync -> {
            reach(exchange, after(followsUp));
            callback.done(doneSync);
          });
    }

    private List<Point> after(boolean followsUp) {
      if (!AFTER.containsKey(seam)) {
        return List.of();
      }
      return followsUp
          ? List.of(AFTER.get(seam), Point.FALLBACK_AFTER_SMS_ACCEPTED_BEFORE_RESULT)
          : List.of(AFTER.get(seam));
    }

    /** False when the exchange must not go on. */
    private boolean reach(Exchange exchange, List<Point> points) {
      try {
        points.forEach(armed::reach);
        return true;
      } catch (RuntimeException e) {
        exchange.setException(e);
        return false;
      }
    }
  }

  /** Whether a text is sent because an earlier message did not reach its recipient. */
  private static boolean followsUp(Exchange exchange) {
    return exchange.getMessage().getBody() instanceof DispatchCommand.Send send
        && send.message().origin().fallbackOf().isPresent();
  }
}
