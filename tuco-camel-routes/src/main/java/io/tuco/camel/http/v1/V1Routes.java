package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.KeyedAnswers;
import io.tuco.camel.http.Served;
import io.tuco.camel.http.ServedRoutes;
import io.tuco.camel.http.openapi.OpenApiPage;
import io.tuco.core.engine.ChatOrders;
import io.tuco.core.engine.FileIntake;
import io.tuco.core.engine.HourlyLimiter;
import io.tuco.core.engine.IdempotencyKeys;
import io.tuco.core.engine.Sandbox;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;

/** The door of the {@code /v1} facade. */
public final class V1Routes {

  private V1Routes() {}

  /**
   * The routes, to be added in this order: the last one takes whatever the others leave. They need
   * {@link io.tuco.camel.FailureRoutes}, {@link io.tuco.camel.http.AnswerFailureRoutes} and a
   * consumer of {@link io.tuco.camel.Seams#LANE_EXPECT} beside them.
   */
  public static List<RouteBuilder> of(V1Parts parts) {
    var codec = new HttpExchangeCodec(new V1Shape(parts.ids()));
    var gate = gate(parts);
    return List.of(
        new SendRoutes(
            parts.endpoints(),
            codec,
            V1Operations.SEND_MESSAGE,
            sends(parts, gate, messages(parts)),
            parts.room()),
        new SendRoutes(
            parts.endpoints(),
            codec,
            V1Operations.SEND_AUDIO,
            sends(parts, gate, audio(parts)),
            parts.room()),
        new ServedRoutes(parts.endpoints(), codec, served(parts, gate)),
        orders(parts, codec, gate),
        new UploadRoutes(parts.endpoints(), codec, keeping(parts).upload(gate)),
        new ServedRoutes(
            parts.endpoints(), new HttpExchangeCodec(parts.ids()), List.of(document())),
        new ServedRoutes(parts.endpoints(), codec, List.of(refusals())));
  }

  private static Gate gate(V1Parts parts) {
    var limiter = new HourlyLimiter(parts.stores().rateLimits(), parts.clock());
    return new Gate(
        new Callers(parts.keys(), parts.clock()), new KeyHours(limiter, parts.requestsPerHour()));
  }

  private static List<Served> served(V1Parts parts, Gate gate) {
    var archive = parts.stores().archive();
    var lines = lines(parts);
    var attachments = new AttachmentViews(parts.links(), parts.clock());
    var outbox = new OutboxView(attachments, parts.mostAttempts());
    var sandbox = new Sandbox(parts.stores(), parts.secrets().random());
    return Stream.of(
            new LineApi(lines).served(gate),
            new MessageReads(archive, lines, new Chats(archive), new MessageView(attachments))
                .served(gate),
            new OutboxReads(parts.stores(), outbox, door(parts)).served(gate),
            new ChatReads(parts.stores().chats(), archive, lines, door(parts)).served(gate),
            new SignalReads(parts.stores(), lines, answered(parts), door(parts), parts.clock())
                .served(gate),
            keeping(parts).served(gate),
            new SandboxApi(sandbox, parts.clock()).served(gate),
            hooks(parts, lines).served(gate))
        .flatMap(List::stream)
        .toList();
  }

  private static Sends sends(V1Parts parts, Gate gate, SendReading reading) {
    var keys = new IdempotencyKeys(parts.stores(), parts.ids(), parts.clock());
    return new Sends(gate, new KeyedAnswers(keys), parts.intake(), reading, door(parts));
  }

  private static SandboxDoor door(V1Parts parts) {
    return new SandboxDoor(new Sandbox(parts.stores(), parts.secrets().random()), parts.clock());
  }

  private static Lines lines(V1Parts parts) {
    return new Lines(parts.stores().lines(), door(parts));
  }

  private static Files files(V1Parts parts) {
    return new Files(parts.stores().files(), parts.links(), parts.clock());
  }

  private static FileApi keeping(V1Parts parts) {
    return new FileApi(
        new FileIntake(parts.stores().files(), parts.ids(), parts.clock()),
        files(parts),
        parts.links(),
        parts.clock());
  }

  private static HookApi hooks(V1Parts parts, Lines lines) {
    return new HookApi(
        parts.stores(),
        lines,
        new HookUrls(parts.webhookUrls(), parts.hosts()),
        parts.secrets(),
        parts.ids(),
        parts.clock());
  }

  private static SendReading audio(V1Parts parts) {
    return new AudioReading(
        lines(parts),
        new Chats(parts.stores().archive()),
        files(parts),
        answered(parts),
        parts.stores().devices());
  }

  private static SendReading messages(V1Parts parts) {
    return new MessageReading(
        lines(parts), new Chats(parts.stores().archive()), files(parts), answered(parts));
  }

  private static Answered answered(V1Parts parts) {
    return new Answered(parts.stores().messages());
  }

  private static OrderRoutes orders(V1Parts parts, HttpExchangeCodec codec, Gate gate) {
    var orders = new ChatOrders(parts.stores(), parts.clock());
    var keys = new IdempotencyKeys(parts.stores(), parts.ids(), parts.clock());
    var reading =
        new OrderReading(
            gate,
            lines(parts),
            new Chats(parts.stores().archive()),
            answered(parts),
            parts.stores().devices(),
            new OrderTaking(orders, new KeyedAnswers(keys), parts.ids(), parts.clock()));
    return new OrderRoutes(parts.endpoints(), codec, reading, orders);
  }

  /** Not in the facade's frame: a document has no members but its own. */
  private static Served document() {
    var page = OpenApiPage.ofV1();
    return new Served(V1Operations.READ_DOCUMENT, request -> Cors.on(page.answer(request)));
  }

  private static Served refusals() {
    var known =
        Stream.concat(V1Operations.all().stream(), Stream.of(V1Operations.READ_DOCUMENT)).toList();
    return new Served(V1Operations.ANYTHING_ELSE, new Refusals(known)::answer);
  }
}
