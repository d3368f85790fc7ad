package io.tuco.camel.callback;

import io.tuco.camel.FailurePolicies;
import io.tuco.camel.http.AnswerFailureRoutes;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.WatchedStores;
import io.tuco.core.SortableIds;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.engine.DispatchEngine;
import io.tuco.core.engine.EngineParts;
import io.tuco.core.event.EventName;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.harness.FakeAttachments;
import io.tuco.core.line.CallbackSecrets;
import io.tuco.core.line.Line;
import io.tuco.core.line.SenderFault;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.ReplyFilter;
import io.tuco.core.store.memory.InMemoryStores;
import io.tuco.core.workspace.SmsFallback;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;

/** Both callbacks over {@code direct:}, an engine whose lanes nobody drives, and one message. */
final class CallbackWorld implements AutoCloseable {

  static final String SEND = "send-1";
  static final String DEVICE = Fixtures.id(0xde);
  static final String PUBLIC_URL = "https://tuco.example/base";
  static final String ACCOUNT = "AC" + "0a".repeat(16);
  static final String TOKEN = "the-token";

  /** What came back. */
  record Answer(int status, String body, Map<String, Object> headers) {}

  final CallbackSecrets deviceSecrets = CallbackSecrets.under(new byte[32]);
  final List<String> woken = new ArrayList<>();
  final List<EventName> published = new ArrayList<>();
  private final SecretBox box = new SecretBox(new byte[32], new Random(7));
  private final InMemoryStores memory = new InMemoryStores();
  private final WatchedStores watched = new WatchedStores(memory);
  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private final CamelContext context = new DefaultCamelContext();
  private Message message = Fixtures.aMessage().build();

  CallbackWorld() throws Exception {
    var ids = new SortableIds(clock, new Random(7));
    var codec = new HttpExchangeCodec(ids);
    var engine = engine(ids);
    memory.workspaces().insert(Fixtures.aWorkspace().build());
    context.addRoutesConfigurations(FailurePolicies.standard());
    context.addRoutes(new AnswerFailureRoutes(codec));
    context.addRoutes(
        CallbackRoutes.of(
            new CallbackParts(
                HttpEndpoints.direct(),
                codec,
                watched.stores(),
                engine,
                deviceSecrets,
                box,
                PUBLIC_URL,
                CallbackWorld::newsOf,
                clock)));
    context.start();
  }

  /** Of the codes, 30034 concerns the sender. */
  private static CarrierNews newsOf(int code) {
    var reason = "The carrier could not deliver it (" + code + ")";
    return new CarrierNews(
        reason, code == 30034 ? Optional.of(SenderFault.untilChanged(reason)) : Optional.empty());
  }

  private DispatchEngine engine(SortableIds ids) {
    return DispatchEngine.of(
        new EngineParts(
            watched.stores(),
            DispatchSettings.documented(),
            event -> "{}",
            false,
            ids,
            clock,
            System::nanoTime,
            "node-1",
            Duration.ZERO,
            new FakeAttachments(),
            Fixtures.fileLinks(),
            woken::add,
            outbox -> outbox.events().forEach(event -> published.add(event.name())),
            key -> {}));
  }

  /** A message over iMessage, in its attempt. */
  CallbackWorld sends() {
    memory.lines().insert(Fixtures.aLine().onDevice(DEVICE).build());
    return keeps(Fixtures.aMessage().inAttempt(SEND).build());
  }

  /** A text of an SMS line, in its attempt. */
  CallbackWorld texts() {
    var account =
        new SmsAccount(
            ACCOUNT,
            box.seal(TOKEN),
            Optional.of(new PhoneNumber("+12025550190")),
            Optional.empty());
    memory
        .lines()
        .insert(Fixtures.aLine().overSms(account).createdAt(Fixtures.NOW.minusSeconds(60)).build());
    return keeps(aText().inAttempt(SEND).build());
  }

  static MessageBuilder aText() {
    return Fixtures.aMessage().ofType(MessageType.SMS);
  }

  CallbackWorld whoseAnswerIsMissing() {
    return keeps(message.unknown(Fixtures.NOW, Fixtures.NOW));
  }

  CallbackWorld taken(String reference) {
    var send = message.progress().send().orElseThrow();
    return keeps(
        message
            .partSent(send.parts().get(0), send.addresses().get(0), reference, Fixtures.NOW)
            .sent(reference, Fixtures.NOW));
  }

  CallbackWorld whichFailed() {
    return keeps(message.failed("Twilio refused the text (1)", Fixtures.NOW));
  }

  private CallbackWorld keeps(Message next) {
    if (memory.messages().find(next.workspaceId(), next.id()).isEmpty()) {
      memory.messages().insert(next, Optional.empty(), List.of());
    } else {
      memory.messages().record(SEND, next, Optional.empty(), List.of());
    }
    message = next;
    return this;
  }

  WatchedStores watched() {
    return watched;
  }

  Message message() {
    return memory.messages().find(message.workspaceId(), message.id()).orElseThrow();
  }

  /** What people wrote, by whatever line. */
  List<Message> replies() {
    return memory
        .replies()
        .page(Fixtures.WORKSPACE, ReplyFilter.everything(), new PageRequest(1, 100))
        .items()
        .stream()
        .flatMap(row -> row.recent().stream())
        .toList();
  }

  InMemoryStores memory() {
    return memory;
  }

  /** The sample workspace has a working account of its own. */
  CallbackWorld textsByItself() {
    memory
        .workspaces()
        .update(
            Fixtures.aWorkspace()
                .withSmsFallback(
                    new SmsFallback(
                        true,
                        Optional.of(ACCOUNT),
                        Optional.of(box.seal(TOKEN)),
                        Optional.of(new PhoneNumber("+12025550190")),
                        Optional.empty(),
                        false,
                        Optional.of(Fixtures.NOW),
                        Optional.empty()))
                .build());
    return this;
  }

  Answer inbound(String id, String signature, String token, Map<String, ?> form) {
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    headers.put("X-Twilio-Signature", signature);
    headers.put("I-Twilio-Idempotency-Token", token);
    return post(
        "direct:tuco-post-hooks-twilio-inbound-lineId",
        "/hooks/twilio/inbound/" + id,
        "",
        headers,
        form);
  }

  Line line() {
    return memory.lines().find(Fixtures.aLine().build().id()).orElseThrow();
  }

  String status() {
    return message().isUnknown() ? "unknown" : message().status().wire();
  }

  Answer relay(String query, String json) {
    return post(
        "direct:tuco-post-hooks-relay-deviceId",
        "/hooks/relay/" + DEVICE,
        query,
        Map.of("Content-Type", "application/json"),
        json);
  }

  Answer relay(String json) {
    return relay("secret=" + deviceSecrets.of(DEVICE), json);
  }

  Answer twilio(String sendId, String signature, Map<String, ?> form) {
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    headers.put("X-Twilio-Signature", signature);
    return post(
        "direct:tuco-post-hooks-twilio-status-sendId",
        "/hooks/twilio/status/" + sendId,
        "",
        headers,
        form);
  }

  private Answer post(
      String uri, String path, String query, Map<String, Object> headers, Object body) {
    var exchange =
        context
            .createProducerTemplate()
            .request(
                uri,
                sent -> {
                  sent.getMessage().setHeaders(new LinkedHashMap<>(headers));
                  sent.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
                  sent.getMessage().setHeader(Exchange.HTTP_PATH, path);
                  sent.getMessage().setHeader(Exchange.HTTP_RAW_QUERY, query);
                  sent.getMessage().setBody(body);
                });
    var answer = exchange.getMessage();
    return new Answer(
        answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
        Optional.ofNullable(answer.getBody(String.class)).orElse(""),
        answer.getHeaders());
  }

  @Override
  public void close() {
    context.stop();
  }
}
