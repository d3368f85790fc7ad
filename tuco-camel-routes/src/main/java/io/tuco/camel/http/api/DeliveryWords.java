package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.event.DeliveryStatus;
import io.tuco.core.event.EventName;
import io.tuco.core.store.DeliveryFilter;
import io.tuco.core.timing.IsoInstant;
import java.util.Optional;

/** Which deliveries a client means (webhook contract, section 6; settled answer 27). */
final class DeliveryWords {

  private DeliveryWords() {}

  /** The filters of the list. A message that nobody has has no deliveries either. */
  static OrAnswer<DeliveryFilter> ofQuery(ApiCall call) {
    var words = new FilterWords(call.request());
    var status = words.text("status");
    var event = words.text("event");
    var readStatus = status.flatMap(DeliveryStatus::parse);
    var readEvent = event.flatMap(EventName::parse);
    if (status.isPresent() && readStatus.isEmpty()) {
      words.refuse("Invalid status");
    }
    if (event.isPresent() && readEvent.isEmpty()) {
      words.refuse("Invalid event");
    }
    var dates = words.dates();
    return words.orRefusal(
        () ->
            new DeliveryFilter(
                readStatus, readEvent, words.text("messageId"), dates.from(), dates.to()));
  }

  /** What is to be replayed; what was given up unless something else is said. */
  static OrAnswer<DeliveryFilter> ofReplay(JsonReader body) {
    var from = body.text("from");
    var to = body.text("to");
    var status = body.text("status");
    var event = body.text("event");
    var filter =
        new DeliveryFilter(
            status.map(DeliveryStatus::parse).orElse(Optional.of(DeliveryStatus.EXHAUSTED)),
            event.flatMap(EventName::parse),
            Optional.empty(),
            from.flatMap(IsoInstant::parse),
            to.flatMap(IsoInstant::parse));
    return body.refusal()
        .map(RejectionAnswers::of)
        .<OrAnswer<DeliveryFilter>>map(OrAnswer::answer)
        .orElseGet(() -> OrAnswer.of(filter))
        .unless(read -> refusalIf("from", from, read.from()))
        .unless(read -> refusalIf("to", to, read.to()))
        .unless(read -> refusalIf("status", status, read.status()))
        .unless(read -> refusalIf("event", event, read.event()));
  }

  private static Optional<HttpAnswer> refusalIf(
      String field, Optional<String> given, Optional<?> read) {
    return given.isPresent() && read.isEmpty()
        ? Optional.of(HttpAnswer.error(400, "Invalid " + field))
        : Optional.empty();
  }
}
