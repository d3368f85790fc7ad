package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.address.Address;
import io.tuco.core.dispatch.ChatSignal;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.message.ChatOrder;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.store.DeviceStore;
import io.tuco.core.workspace.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what a device is to do in a chat, and has it taken (/v1 contract, sections 4 and 6). */
final class OrderReading {

  private static final Set<String> STATES = Set.of("on", "off");
  private static final Set<String> REACTIONS =
      Set.of("love", "like", "dislike", "laugh", "emphasize", "question");
  private static final String MESSAGE_ID = "message_id";

  private final Gate gate;
  private final Lines lines;
  private final Chats chats;
  private final Answered messages;
  private final DeviceStore devices;
  private final OrderTaking taking;

  OrderReading(
      Gate gate,
      Lines lines,
      Chats chats,
      Answered messages,
      DeviceStore devices,
      OrderTaking taking) {
    this.gate = gate;
    this.lines = lines;
    this.chats = chats;
    this.messages = messages;
    this.devices = devices;
    this.taking = taking;
  }

  OrderStep typing(HttpRequest request) {
    return read(
        request,
        Scope.TYPING_WRITE,
        call -> {
          var state = call.words().optional("state", "'on' or 'off'", oneOf(STATES)).orElse("on");
          return placeOf(call)
              .map(
                  place ->
                      new OrderTaking.Wanted(
                          place.line(),
                          ChatOrder.Kind.TYPING,
                          Map.of("state", state),
                          new ChatSignal.Typing(
                              place.device(), place.address(), state.equals("on"))));
        });
  }

  OrderStep receipt(HttpRequest request) {
    return read(
        request,
        Scope.RECEIPTS_WRITE,
        call ->
            placeOf(call)
                .map(
                    place ->
                        new OrderTaking.Wanted(
                            place.line(),
                            ChatOrder.Kind.READ_RECEIPT,
                            Map.of(),
                            new ChatSignal.Read(place.device(), place.address()))));
  }

  OrderStep reaction(HttpRequest request) {
    return read(
        request,
        Scope.REACTIONS_WRITE,
        call -> {
          var words = call.words();
          var name = words.required(MESSAGE_ID, Answered.WHAT, Answered.Name::parse);
          var type =
              words.required(
                  "type",
                  "'love', 'like', 'dislike', 'laugh', 'emphasize' or 'question'",
                  oneOf(REACTIONS));
          CallKeys.check(call);
          return placeOf(call)
              .then(
                  place ->
                      messageIn(call, place, name.orElseThrow())
                          .map(message -> reaction(place, message, type.orElseThrow())));
        });
  }

  private OrderStep read(
      HttpRequest request, Scope scope, Function<Call, OrAnswer<OrderTaking.Wanted>> operation) {
    return gate.admitJson(request, scope)
        .fold(call -> taking.take(call, operation), OrderStep.Ended::new);
  }

  /** Where something is to be done. */
  private record Place(Line line, Address address, Device device) {}

  private OrAnswer<Place> placeOf(Call call) {
    return ChatAsk.of(call)
        .then(
            ask ->
                lines
                    .named(call, ask.from(), ask.to())
                    .then(
                        line ->
                            chats
                                .addressOf(call, line, ask.to())
                                .then(address -> capable(line, address))));
  }

  /** Only a device with its private API can do any of this. */
  private OrAnswer<Place> capable(Line line, Address address) {
    var device =
        line.deviceId().flatMap(devices::find).filter(known -> known.health().privateApi());
    return OrAnswer.of(
        device.map(known -> new Place(line, address, known)),
        ErrorCode.ADVANCED_FEATURES_REQUIRED.answerOf("from"));
  }

  private OrAnswer<Message> messageIn(Call call, Place place, Answered.Name name) {
    return messages
        .named(call.workspaceId(), name, MESSAGE_ID)
        .unless(message -> unless(isIn(place, message)));
  }

  private static boolean isIn(Place place, Message message) {
    return message.type() == MessageType.IMESSAGE
        && message.progress().externalId().isPresent()
        && message.origin().lineId().equals(Optional.of(place.line().id()))
        && message.chatWith().equals(Optional.of(place.address().value()));
  }

  private static Optional<HttpAnswer> unless(boolean holds) {
    return holds ? Optional.empty() : Optional.of(ErrorCode.MESSAGE_NOT_FOUND.answerOf(MESSAGE_ID));
  }

  private static OrderTaking.Wanted reaction(Place place, Message message, String type) {
    return new OrderTaking.Wanted(
        place.line(),
        ChatOrder.Kind.REACTION,
        Map.of(MESSAGE_ID, IdKind.MESSAGE.print(message.id()), "type", type),
        new ChatSignal.React(
            place.device(), place.address(), message.progress().externalId().orElseThrow(), type));
  }

  private static Function<String, Optional<String>> oneOf(Set<String> words) {
    return text -> Optional.of(text).filter(words::contains);
  }
}
