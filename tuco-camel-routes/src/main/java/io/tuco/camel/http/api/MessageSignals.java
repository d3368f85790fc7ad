package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.ObjectIds;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.address.Address;
import io.tuco.core.dispatch.ChatSignal;
import io.tuco.core.dispatch.ChatSignal.Outcome;
import io.tuco.core.lead.SendOrder;
import io.tuco.core.line.Device;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Send;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Typing in the chat of a message, and reactions to it (API contract, section 5). */
final class MessageSignals {

  private static final Set<String> REACTIONS =
      Set.of("love", "like", "dislike", "laugh", "emphasize", "question");

  private static final HttpAnswer NO_MESSAGE_ID = HttpAnswer.error(400, "messageId required");
  private static final HttpAnswer NO_REACTION =
      HttpAnswer.error(400, "messageId and reaction required");
  private static final HttpAnswer INVALID_REACTION = HttpAnswer.error(400, "Invalid reaction type");
  private static final HttpAnswer INVALID_ID = HttpAnswer.error(400, "Invalid messageId");
  private static final HttpAnswer NOT_FOUND = HttpAnswer.error(404, "Message not found");
  private static final HttpAnswer NO_PHONE_TO_TYPE =
      HttpAnswer.error(400, "Cannot determine contact phone for typing");
  private static final HttpAnswer NO_PHONE_TO_REACT =
      HttpAnswer.error(400, "Cannot determine contact phone for reaction");
  private static final HttpAnswer NOT_ON_DEVICE =
      HttpAnswer.error(400, "Message has no BlueBubbles ID — cannot react");
  private static final HttpAnswer NO_LINE =
      HttpAnswer.error(400, "Line not found or missing credentials");

  private final Stores stores;
  private final ApiGate gate;

  MessageSignals(Stores stores, ApiGate gate) {
    this.stores = stores;
    this.gate = gate;
  }

  SignalCall startTyping(HttpRequest request) {
    return read(request, (call, body) -> typing(call, body, true));
  }

  SignalCall stopTyping(HttpRequest request) {
    return read(request, (call, body) -> typing(call, body, false));
  }

  SignalCall react(HttpRequest request) {
    return read(request, this::reaction);
  }

  static HttpAnswer answer(SignalCall.Ready call, Outcome outcome) {
    return outcome instanceof Outcome.NotConfirmed not
        ? HttpAnswer.error(502, "BlueBubbles error: " + not.why())
        : call.done();
  }

  private SignalCall read(
      HttpRequest request, BiFunction<ApiCall, JsonReader, OrAnswer<SignalCall.Ready>> operation) {
    return gate.admitJson(request, Scope.MESSAGES_WRITE)
        .then(json -> operation.apply(json.call(), json.body()))
        .fold(call -> call, SignalCall.Refused::new);
  }

  private OrAnswer<SignalCall.Ready> typing(ApiCall call, JsonReader body, boolean on) {
    var messageId = body.text("messageId").filter(text -> !text.isBlank());
    return OrAnswer.of(messageId, NO_MESSAGE_ID)
        .then(id -> find(call, id))
        .then(
            message ->
                OrAnswer.of(addressOf(message), NO_PHONE_TO_TYPE)
                    .then(
                        address ->
                            OrAnswer.of(deviceOf(message), NO_LINE)
                                .map(device -> new ChatSignal.Typing(device, address, on))))
        .map(signal -> new SignalCall.Ready(signal, typed(on)));
  }

  private static HttpAnswer typed(boolean on) {
    return HttpAnswer.of(
        200,
        new JsonFields()
            .put("ok", true)
            .put("typing", on)
            .put(
                "note",
                on
                    ? "Typing is shown until a message is sent, it is stopped, or a minute is over."
                    : "Typing is not shown any more."));
  }

  private OrAnswer<SignalCall.Ready> reaction(ApiCall call, JsonReader body) {
    var messageId = body.text("messageId").filter(text -> !text.isBlank());
    var reaction = body.text("reaction").filter(text -> !text.isBlank());
    return OrAnswer.of(messageId.filter(id -> reaction.isPresent()), NO_REACTION)
        .unless(id -> unless(reaction.filter(REACTIONS::contains).isPresent(), INVALID_REACTION))
        .unless(id -> unless(ObjectIds.isOne(id), INVALID_ID))
        .then(id -> find(call, id))
        .then(message -> reaction(message, reaction.orElseThrow()))
        .map(signal -> new SignalCall.Ready(signal, reacted(signal.reaction())));
  }

  private OrAnswer<ChatSignal.React> reaction(Message message, String reaction) {
    return OrAnswer.of(addressOf(message), NO_PHONE_TO_REACT)
        .then(
            address ->
                OrAnswer.of(guidOf(message), NOT_ON_DEVICE)
                    .then(
                        guid ->
                            OrAnswer.of(deviceOf(message), NO_LINE)
                                .map(
                                    device ->
                                        new ChatSignal.React(device, address, guid, reaction))));
  }

  private static HttpAnswer reacted(String reaction) {
    return HttpAnswer.of(200, new JsonFields().put("ok", true).put("reaction", reaction));
  }

  private OrAnswer<Message> find(ApiCall call, String id) {
    var found =
        Optional.of(id)
            .filter(ObjectIds::isOne)
            .flatMap(known -> stores.messages().find(call.workspaceId(), known));
    return OrAnswer.of(found, NOT_FOUND).unless(message -> MessageAccess.refusal(call, message));
  }

  /** Where it went; where that is not known yet, where it would go to first. */
  private Optional<Address> addressOf(Message message) {
    if (message.type() != MessageType.IMESSAGE) {
      return message.recipient().phone().map(Address.class::cast);
    }
    var lead =
        message.origin().leadId().flatMap(id -> stores.leads().find(message.workspaceId(), id));
    return message.progress().send().map(Send::addresses).orElseGet(List::of).stream()
        .findFirst()
        .or(() -> SendOrder.of(message.type(), message.recipient(), lead).stream().findFirst());
  }

  private static Optional<String> guidOf(Message message) {
    return message.type() == MessageType.IMESSAGE
        ? message.progress().externalId()
        : Optional.empty();
  }

  private Optional<Device> deviceOf(Message message) {
    return message
        .origin()
        .lineId()
        .flatMap(id -> stores.lines().find(message.workspaceId(), id))
        .flatMap(line -> line.deviceId())
        .flatMap(id -> stores.devices().find(id));
  }

  private static Optional<HttpAnswer> unless(boolean holds, HttpAnswer answer) {
    return holds ? Optional.empty() : Optional.of(answer);
  }
}
