package io.tuco.camel.callback;

import io.tuco.camel.RouteIds;
import io.tuco.camel.http.Operation;
import io.tuco.camel.http.Served;
import io.tuco.camel.http.ServedRoutes;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;

/** The door of this package: {@code /hooks/relay} and {@code /hooks/twilio}. */
public final class CallbackRoutes {

  /** Followed by the device's id. */
  public static final String RELAY_PATH = "/hooks/relay/";

  private static final Operation RELAY =
      new Operation("POST", RELAY_PATH + "{deviceId}", RouteIds.RELAY_REPORT);
  private static final Operation TWILIO_STATUS =
      new Operation("POST", "/hooks/twilio/status/{sendId}", RouteIds.SMS_REPORT);

  private static final Operation TWILIO_INBOUND =
      new Operation("POST", "/hooks/twilio/inbound/{lineId}", RouteIds.SMS_RECEIVE);

  private CallbackRoutes() {}

  /**
   * They need {@link io.tuco.camel.FailureRoutes} and {@link
   * io.tuco.camel.http.AnswerFailureRoutes} beside them.
   */
  public static RouteBuilder of(CallbackParts parts) {
    return new ServedRoutes(
        parts.endpoints(),
        parts.codec(),
        List.of(
            new Served(RELAY, new RelayHook(parts)::hear),
            new Served(TWILIO_STATUS, new TwilioHook(parts)::hear),
            new Served(TWILIO_INBOUND, new TwilioInbox(parts)::hear)));
  }
}
