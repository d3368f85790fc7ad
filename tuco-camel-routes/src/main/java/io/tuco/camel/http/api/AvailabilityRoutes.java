package io.tuco.camel.http.api;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Operation;
import io.tuco.camel.http.WaitingRoom;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * The availability calls: read, look up, answer. Look-ups of a device are apart in time, so a call
 * may wait for minutes; few may at once, and the next is told to come again.
 */
final class AvailabilityRoutes extends RouteBuilder {

  static final int PLACES = 32;

  private static final String CALL = "tuco-availability-call";

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final AddressChecks addresses;
  private final LeadChecks leads;
  private final WaitingRoom room = new WaitingRoom(PLACES);

  AvailabilityRoutes(
      HttpEndpoints endpoints, HttpExchangeCodec codec, AddressChecks addresses, LeadChecks leads) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.addresses = addresses;
    this.leads = leads;
  }

  @Override
  public void configure() {
    serve(ApiOperations.READ_AVAILABILITY, addresses::read);
    serve(ApiOperations.CHECK_AVAILABILITY, addresses::check);
    serve(ApiOperations.FIND_AVAILABLE, addresses::find);
    serve(ApiOperations.READ_LEAD_AVAILABILITY, leads::read);
    serve(ApiOperations.CHECK_LEAD_AVAILABILITY, leads::check);
  }

  private void serve(Operation operation, Function<HttpRequest, AvailabilityCall> read) {
    // spotless:off
    from(endpoints.uri(operation.method(), operation.path()))
        .routeId(operation.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(codec::receive)
        .transform().body(HttpRequest.class, read::apply)
        .process(this::admit)
        .setVariable(CALL, body())
        .choice()
            .when().body(AvailabilityCall.class, AvailabilityCall::isAsking)
                .transform().body(AvailabilityCall.Asking.class, AvailabilityCall.Asking::series)
                .to(Seams.LOOK_UP)
            // It is stored: a sweep finds what a lost wake forgot.
            .when().body(AvailabilityCall.class, AvailabilityCall::isBegun)
                .wireTap(Seams.BULK_CHECK).end()
        .end()
        .setBody(variable(CALL))
        .transform().body(AvailabilityCall.class, AvailabilityCall::answer)
        .process(codec::answer);
    // spotless:on
  }

  private void admit(Exchange exchange) {
    var message = exchange.getMessage();
    if (message.getBody(AvailabilityCall.class).isAsking() && !room.enter(exchange)) {
      message.setBody(new AvailabilityCall.Ended(AvailabilityAnswers.TOO_MANY));
    }
  }
}
