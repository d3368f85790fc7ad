package io.tuco.camel.inbox;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.core.intake.InboxLook;
import io.tuco.core.intake.InboxPage;
import io.tuco.core.line.Device;
import io.tuco.core.line.HookRegistration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Of every device that answers: tell it where to report, and look at what its reports may have
 * missed, page by page. A device that fails leaves the others alone.
 */
public final class InboxRoutes extends RouteBuilder {

  private static final Logger LOG = LoggerFactory.getLogger(InboxRoutes.class);
  private static final String REGISTRATION = "tuco-hook-registration";
  private static final String LOOK = "tuco-inbox-look";

  private final InboxParts parts;
  private final Registrations registrations = new Registrations();

  public InboxRoutes(InboxParts parts) {
    this.parts = parts;
  }

  @Override
  public void configure() {
    // spotless:off
    from(parts.tick()).routeId("tuco-inbox-watch").routeConfigurationId(FailureRoutes.WORKING)
        .process(exchange -> parts.engine().replies().sweep(now()))
        .process(exchange -> exchange.getMessage().setBody(parts.engine().senders().devices()))
        .multicast().to("direct:tuco-hook-check", "direct:tuco-inbox-check").end();

    from("direct:tuco-hook-check").routeId("tuco-hook-check").routeConfigurationId(FailureRoutes.INNER)
        .transform().body(List.class, this::toRegister)
        .split(body()).parallelProcessing()
            .setVariable(REGISTRATION, body())
            .to(Seams.RELAY_REGISTER)
            .process(this::noteRegistration)
        .end();

    from("direct:tuco-inbox-check").routeId("tuco-inbox-check").routeConfigurationId(FailureRoutes.INNER)
        .transform().body(List.class, this::toLookAt)
        .split(body()).parallelProcessing().to(Seams.DEVICE_LOOK).end();

    from(Seams.DEVICE_LOOK).routeId("tuco-device-look").routeConfigurationId(FailureRoutes.INNER)
        .process(this::beginLook)
        .loopDoWhile(exchange -> look(exchange).question().isPresent())
            .process(exchange -> exchange.getMessage().setBody(look(exchange).question().orElseThrow()))
            .to(Seams.RELAY_INBOX)
            .process(this::take)
        .end();
    // spotless:on
  }

  private List<HookRegistration> toRegister(List<?> devices) {
    return devicesIn(devices).stream()
        .filter(device -> device.health().isHealthy())
        .filter(device -> registrations.isDue(device, now()))
        .flatMap(device -> registration(device).stream())
        .toList();
  }

  private Optional<HookRegistration> registration(Device device) {
    return parts.hookUrl().apply(device).map(url -> new HookRegistration(device, url));
  }

  private void noteRegistration(Exchange exchange) {
    var device = exchange.getVariable(REGISTRATION, HookRegistration.class).device();
    if (Boolean.TRUE.equals(exchange.getMessage().getBody(Boolean.class))) {
      registrations.note(device, now());
    } else {
      LOG.warn("Device {} could not be told where to report; it is looked at instead", device.id());
    }
  }

  private List<Device> toLookAt(List<?> devices) {
    return parts.engine().deviceInbox().due(devicesIn(devices), now());
  }

  private void beginLook(Exchange exchange) {
    var device = exchange.getMessage().getBody(Device.class);
    exchange.setVariable(LOOK, parts.engine().deviceInbox().look(device, now()));
  }

  private void take(Exchange exchange) {
    var before = look(exchange);
    var page = exchange.getMessage().getBody(InboxPage.class);
    var after = parts.engine().deviceInbox().take(before, page, now());
    if (page.isAnswer() && before.whole() && !after.whole()) {
      LOG.warn(
          "A message of device {} could not be taken in; it is tried again",
          before.question().orElseThrow().device().id());
    }
    exchange.setVariable(LOOK, after);
  }

  private static InboxLook look(Exchange exchange) {
    return exchange.getVariable(LOOK, InboxLook.class);
  }

  private static List<Device> devicesIn(List<?> list) {
    return list.stream().map(Device.class::cast).toList();
  }

  private Instant now() {
    return parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
