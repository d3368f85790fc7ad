package io.tuco.camel.http.api;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.core.intake.RecordedSend;
import org.apache.camel.builder.RouteBuilder;

/** Sends that come as records: decide and store, wake the lane, say what became of it. */
final class RecordedSendRoutes extends RouteBuilder {

  static final String TAKE = "tuco-send-take";
  private static final String JUDGED = "tuco-judged-send";

  private final RecordedSends sends;

  RecordedSendRoutes(RecordedSends sends) {
    this.sends = sends;
  }

  @Override
  public void configure() {
    // spotless:off
    from(Seams.SEND_TAKE).routeId(TAKE)
        .routeConfigurationId(FailureRoutes.INNER)
        .transform().body(RecordedSend.class, sends::judge)
        .setVariable(JUDGED, body())
        .transform().body(RecordedSends.Judged.class, RecordedSends.Judged::accepted)
        .split(body())
            // It is stored: a failed wake delays it by a sweep.
            .doTry()
                .to(Seams.LANE_EXPECT)
            .doCatch(Exception.class)
                .process(FailureRoutes::note)
            .end()
        .end()
        .setBody(variable(JUDGED))
        .transform().body(RecordedSends.Judged.class, RecordedSends.Judged::verdict);
    // spotless:on
  }
}
