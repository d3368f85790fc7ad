package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.KeyedAnswers;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.IdGenerator;
import io.tuco.core.dispatch.ChatSignal;
import io.tuco.core.engine.ChatOrders;
import io.tuco.core.intake.KeyStanding;
import io.tuco.core.intake.KeyedCall;
import io.tuco.core.line.Line;
import io.tuco.core.message.ChatOrder;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Stores an order and answers it; under a key, once (API contract, section 3). */
final class OrderTaking {

  private static final String REACTIONS = V1Operations.SEND_REACTION.path();

  /** What a device is to do. */
  record Wanted(Line line, ChatOrder.Kind kind, Map<String, String> details, ChatSignal signal) {}

  private final ChatOrders orders;
  private final KeyedAnswers answers;
  private final IdGenerator ids;
  private final Clock clock;

  OrderTaking(ChatOrders orders, KeyedAnswers answers, IdGenerator ids, Clock clock) {
    this.orders = orders;
    this.answers = answers;
    this.ids = ids;
    this.clock = clock;
  }

  /** The key comes first: what was answered once is answered so again, whatever holds now. */
  OrderStep take(Call call, Function<Call, OrAnswer<Wanted>> read) {
    var keyed = CallKeys.of(call).filter(key -> call.request().path().equals(REACTIONS));
    return keyed
        .flatMap(this::earlier)
        .<OrderStep>map(OrderStep.Ended::new)
        .orElseGet(
            () ->
                OrAnswer.of(call)
                    .unless(Gate::readOnly)
                    .then(read)
                    .fold(wanted -> take(call, keyed, wanted), OrderStep.Ended::new));
  }

  private Optional<HttpAnswer> earlier(KeyedCall keyed) {
    var standing = answers.look(keyed);
    return switch (standing.kind()) {
      case FREE, LET_GO, UNFINISHED -> Optional.empty();
      case RUNNING -> Optional.of(stillRunning());
      case ANSWERED ->
          Optional.of(KeyedAnswers.replayed(((KeyStanding.Answered) standing).answer()));
      case REUSED -> Optional.of(ErrorCode.IDEMPOTENCY_KEY_REUSED.answer());
    };
  }

  private OrderStep take(Call call, Optional<KeyedCall> keyed, Wanted wanted) {
    if (keyed.isEmpty()) {
      return stored(call, wanted, ids.objectId(), answer -> answer);
    }
    return answers
        .claim(keyed.get(), 1)
        .map(
            held ->
                stored(
                    call,
                    wanted,
                    held.messageIds().get(0),
                    answer -> answers.keep(keyed.get(), answer)))
        .orElseGet(() -> new OrderStep.Ended(stillRunning()));
  }

  /** What an interrupted call stored is not done a second time. */
  private OrderStep stored(
      Call call, Wanted wanted, String id, Function<HttpAnswer, HttpAnswer> kept) {
    var order =
        ChatOrder.given(
            id,
            wanted.line().workspaceId(),
            wanted.line().id(),
            wanted.kind(),
            wanted.signal().address().value(),
            wanted.details(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    var isNew = orders.take(order);
    var answer =
        kept.apply(V1Shape.named(Answers.created(OutboxView.stub(id)), call.request().requestId()));
    return isNew
        ? new OrderStep.Taken(order, wanted.signal(), answer)
        : new OrderStep.Ended(answer);
  }

  private static HttpAnswer stillRunning() {
    return ErrorCode.IDEMPOTENCY_KEY_IN_PROGRESS.answer().with("Retry-After", "1");
  }
}
