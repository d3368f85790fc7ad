package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.ObjectIds;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.camel.json.MessageJson;
import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.engine.Cancellations.Cancelled;
import io.tuco.core.engine.DispatchEngine;
import io.tuco.core.message.Message;
import io.tuco.core.message.Resolution;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Orders about messages that wait or are under way (API contract, section 5). */
final class MessageOrders {

  private static final int ID = 2;
  private static final HttpAnswer NOBODY =
      HttpAnswer.error(400, "Either leadId, recipientPhone, or recipientEmail is required");
  private static final HttpAnswer INVALID_LEAD = HttpAnswer.error(400, "Invalid leadId");
  private static final HttpAnswer INVALID_ID = HttpAnswer.error(400, "Invalid messageId");
  private static final HttpAnswer INVALID_ACTION = HttpAnswer.error(400, "Invalid action");
  private static final HttpAnswer NOT_FOUND = HttpAnswer.error(404, "Message not found");
  private static final HttpAnswer NOT_UNKNOWN =
      HttpAnswer.error(409, "Message outcome is not unknown", "OUTCOME_NOT_UNKNOWN");

  private final Stores stores;
  private final DispatchEngine engine;
  private final Clock clock;

  MessageOrders(ApiParts parts) {
    this.stores = parts.stores();
    this.engine = parts.engine();
    this.clock = parts.clock();
  }

  /** Cancelling works in a read-only workspace too: stopping must always be possible. */
  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(
            ApiOperations.CANCEL_MESSAGES, gate.stoppingJson(Scope.MESSAGES_WRITE, this::cancel)),
        new Served(
            ApiOperations.RESOLVE_MESSAGE, gate.writingJson(Scope.MESSAGES_WRITE, this::resolve)));
  }

  private HttpAnswer cancel(ApiCall call, JsonReader body) {
    var leadId = body.text("leadId").filter(text -> !text.isBlank());
    var phone = body.text("recipientPhone").filter(text -> !text.isBlank());
    var email = body.text("recipientEmail").filter(text -> !text.isBlank());
    if (body.refusal().isPresent()) {
      return RejectionAnswers.of(body.refusal().get(), call.access().workspace());
    }
    if (leadId.isPresent()) {
      return leadId
          .filter(ObjectIds::isOne)
          .map(id -> engine.cancellations().ofLead(call.workspaceId(), id, ofKey(call), now()))
          .map(MessageOrders::cancelled)
          .orElse(INVALID_LEAD);
    }
    return phone.isPresent() || email.isPresent() ? cancelTo(call, phone, email) : NOBODY;
  }

  private HttpAnswer cancelTo(ApiCall call, Optional<String> phone, Optional<String> email) {
    var region = call.access().workspace().defaultRegion();
    Optional<Address> address =
        phone.isPresent()
            ? phone.flatMap(
                text -> PhoneNumber.parse(text, region).value().map(Address.class::cast))
            : email.flatMap(text -> EmailAddress.parse(text).value().map(Address.class::cast));
    return address
        .map(at -> cancelled(engine.cancellations().to(call.workspaceId(), at, ofKey(call), now())))
        .orElseGet(
            () ->
                HttpAnswer.error(
                    400,
                    phone.isPresent() ? "Invalid recipientPhone" : "Invalid recipientEmail",
                    "VALIDATION_ERROR"));
  }

  /** A key that is bound to lines stops what waits for them. */
  private static Predicate<Message> ofKey(ApiCall call) {
    return message -> MessageAccess.reaches(call, message);
  }

  private static HttpAnswer cancelled(Cancelled done) {
    return HttpAnswer.of(
        200,
        new JsonFields()
            .put("success", true)
            .put("cancelledCount", done.messageIds().size())
            .put("jobsRemovedFromQueue", done.messageIds().size())
            .putOrNull("leadId", done.leadId())
            .put("messageIds", done.messageIds()));
  }

  private HttpAnswer resolve(ApiCall call, JsonReader body) {
    var action = body.text("action").flatMap(Resolution.Action::parse);
    if (body.refusal().isPresent()) {
      return RejectionAnswers.of(body.refusal().get(), call.access().workspace());
    }
    return OrAnswer.of(Optional.of(call.request().segment(ID)).filter(ObjectIds::isOne), INVALID_ID)
        .then(id -> OrAnswer.of(action, INVALID_ACTION).map(order -> id))
        .then(id -> OrAnswer.of(stores.messages().find(call.workspaceId(), id), NOT_FOUND))
        .unless(message -> MessageAccess.refusal(call, message))
        .answered(message -> resolved(call, message, action.orElseThrow()));
  }

  private HttpAnswer resolved(ApiCall call, Message message, Resolution.Action action) {
    var now = now();
    var order = new Resolution(action, "key:" + call.access().key().id(), now);
    return engine
        .resolutions()
        .resolve(call.workspaceId(), message.id(), order, now)
        .map(after -> HttpAnswer.of(200, new JsonFields().put("message", MessageJson.of(after))))
        .orElse(NOT_UNKNOWN);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
