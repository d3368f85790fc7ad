package io.tuco.camel.crm;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.http.HttpRequest;
import io.tuco.core.crm.CrmConnector;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;

/**
 * {@code POST /hooks/<crm>/…}: what the CRMs whose connectors are installed call us with. Heard and
 * stored; then the lanes of new messages are told; then it is answered.
 */
public final class CrmHookRoutes extends RouteBuilder {

  private static final String HEARD = "tuco-heard-hook";

  private final HookParts parts;

  /**
   * They need {@link FailureRoutes} and {@link io.tuco.camel.http.AnswerFailureRoutes} beside them.
   */
  public CrmHookRoutes(HookParts parts) {
    this.parts = parts;
  }

  @Override
  public void configure() {
    hooks().forEach(this::serve);
  }

  /** Whole paths first: the place of a connection fits every name. */
  private List<CrmHook> hooks() {
    return parts.connectors().all().stream()
        .flatMap(this::hooksOf)
        .sorted(Comparator.comparing(hook -> hook.operation().path().contains("{")))
        .toList();
  }

  private Stream<CrmHook> hooksOf(CrmConnector connector) {
    return connector.hooks().stream()
        .flatMap(
            hooks ->
                hooks.names().stream()
                    .map(hook -> new CrmHook(parts, connector.crm(), hooks, hook)));
  }

  private void serve(CrmHook hook) {
    var operation = hook.operation();
    // spotless:off
    from(parts.endpoints().uri(operation.method(), operation.path()))
        .routeId(operation.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(parts.codec()::receiveHook)
        .transform().body(HttpRequest.class, hook::hear)
        .setVariable(HEARD, body())
        .transform().body(HookHeard.class, HookHeard::accepted)
        .split(body())
            // It is stored: a failed wake delays it by a sweep.
            .doTry()
                .to(Seams.LANE_EXPECT)
            .doCatch(Exception.class)
                .process(FailureRoutes::note)
            .end()
        .end()
        .setBody(variable(HEARD))
        .transform().body(HookHeard.class, HookHeard::answer)
        .process(parts.codec()::answer);
    // spotless:on
  }
}
