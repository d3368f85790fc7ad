package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.KeyedAnswers;
import io.tuco.camel.http.Served;
import io.tuco.camel.http.ServedRoutes;
import io.tuco.camel.http.UnknownPaths;
import io.tuco.core.engine.IdempotencyKeys;
import io.tuco.core.engine.RateLimiter;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;

/** The door of the {@code /api} facade. */
public final class ApiRoutes {

  private ApiRoutes() {}

  /**
   * The routes, to be added in this order: the last one takes whatever the others leave. They need
   * {@link io.tuco.camel.FailureRoutes}, {@link io.tuco.camel.http.AnswerFailureRoutes} and
   * consumers of {@link io.tuco.camel.Seams#SMS_PROBE}, {@link io.tuco.camel.Seams#LOOK_UP}, {@link
   * io.tuco.camel.Seams#BULK_CHECK}, {@link io.tuco.camel.Seams#RELAY_SIGNAL} and {@link
   * io.tuco.camel.Seams#WEBHOOK_CHECK} beside them.
   */
  public static List<RouteBuilder> of(ApiParts parts) {
    var codec = new HttpExchangeCodec(ApiShape.of(parts.ids()));
    var keys = parts.keys();
    var gate = gate(parts);
    var room = parts.room();
    var waits = new EndWaits(parts.engine().ends(), parts.stores().messages(), room);
    var answers = answers(parts);
    var calls = calls(parts, gate, answers);
    var workspaces = new OwnWorkspace(parts.stores(), keys);
    var fallback = new FallbackApi(parts, gate, workspaces);
    return List.of(
        new SendRoutes(parts.endpoints(), codec, calls, room, waits),
        new BulkRoutes(parts.endpoints(), codec, new BulkCalls(gate, calls, answers), room),
        new AvailabilityRoutes(
            parts.endpoints(), codec, new AddressChecks(gate), new LeadChecks(parts, gate)),
        new SignalRoutes(parts.endpoints(), codec, new MessageSignals(parts.stores(), gate)),
        new EndpointCheckRoutes(parts.endpoints(), codec, new EndpointChecks(parts, gate)),
        new FallbackRoutes(parts.endpoints(), codec, fallback),
        new ServedRoutes(parts.endpoints(), codec, fallback.served()),
        new ServedRoutes(parts.endpoints(), codec, served(parts, gate, workspaces)),
        new ServedRoutes(parts.endpoints(), codec, List.of(refusals())));
  }

  /** A consumer of {@link io.tuco.camel.Seams#SEND_TAKE}; it needs no HTTP. */
  public static RouteBuilder ofRecordedSends(ApiParts parts) {
    return new RecordedSendRoutes(new RecordedSends(parts.stores(), calls(parts)));
  }

  static SendCalls calls(ApiParts parts) {
    return calls(parts, gate(parts), answers(parts));
  }

  private static ApiGate gate(ApiParts parts) {
    var limiter = new RateLimiter(parts.stores().rateLimits(), parts.clock());
    return new ApiGate(
        new Admission(parts.keys(), parts.clock()), new RateGate(limiter, parts.rateLimits()));
  }

  private static KeyedAnswers answers(ApiParts parts) {
    return new KeyedAnswers(new IdempotencyKeys(parts.stores(), parts.ids(), parts.clock()));
  }

  private static SendCalls calls(ApiParts parts, ApiGate gate, KeyedAnswers answers) {
    return new SendCalls(gate, new CorrelationIds(parts.ids()), answers, parts.intake());
  }

  private static List<Served> served(ApiParts parts, ApiGate gate, OwnWorkspace workspaces) {
    return Stream.of(
            // Before the reading of one message, whose path would take it for an id.
            new MessageExportApi(parts).served(gate),
            new MessageReads(parts.stores(), parts.explanations()).served(gate),
            new MessageReportApi(parts.stores()).served(gate),
            new ReplyReads(parts.stores()).served(gate),
            new MessageOrders(parts).served(gate),
            new LineReads(parts.stores(), parts.clock()).served(gate),
            new SpamMonitor(parts.stores(), parts.clock()).served(gate),
            new LeadReads(parts.stores()).served(gate),
            new LeadImportApi(parts).served(gate),
            new LeadEditApi(parts).served(gate),
            new LeadRemovalApi(parts).served(gate),
            new LeadListApi(parts).served(gate),
            new WebhookApi(parts).served(gate),
            new RotationApi(parts).served(gate),
            new DeliveryApi(parts).served(gate),
            new DoNotContactApi(parts).served(gate),
            new SettingsApi(workspaces, parts.clock()).served(gate))
        .flatMap(List::stream)
        .toList();
  }

  private static Served refusals() {
    var unknown = new UnknownPaths(ApiOperations.all());
    return new Served(ApiOperations.ANYTHING_ELSE, unknown::answer);
  }
}
