package io.tuco.camel.http.api;

import io.tuco.camel.http.AnswerFailureRoutes;
import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.KeyedAnswers;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.intake.KeyRecord;
import io.tuco.core.intake.KeyStanding;
import io.tuco.core.intake.Rejection;
import io.tuco.core.intake.RejectionCode;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of a bulk call (API contract, section 13): its items are send calls, one by one. */
final class BulkCalls {

  private static final int LOOKS = 20;
  private static final int MOST = 1_000;

  /** So many messages count as one request. */
  private static final int PER_REQUEST = 60;

  private final ApiGate gate;
  private final SendCalls calls;
  private final KeyedAnswers answers;

  BulkCalls(ApiGate gate, SendCalls calls, KeyedAnswers answers) {
    this.gate = gate;
    this.calls = calls;
    this.answers = answers;
  }

  BulkCall read(HttpRequest request) {
    return gate.admitBody(request, Scope.MESSAGES_WRITE)
        .fold(this::read, answer -> ended(calls.correlationOf(request, Optional.empty()), answer));
  }

  BulkCall look(BulkCall.Waiting call) {
    var asked = call.asked();
    var standing = asked.keyed().map(answers::look).orElseGet(KeyStanding.Free::new);
    return switch (standing.kind()) {
      case FREE, LET_GO, UNFINISHED -> judged(asked, call.looks());
      case RUNNING -> later(asked, call.looks());
      case ANSWERED ->
          ended(
              asked.correlationId(),
              KeyedAnswers.replayed(((KeyStanding.Answered) standing).answer()));
      case REUSED -> ended(asked.correlationId(), KeyRefusals.reused());
    };
  }

  BulkCall decide(BulkCall.Ready call) {
    var asked = call.asked();
    if (asked.keyed().isEmpty()) {
      return ended(asked, sent(call, Optional.empty()));
    }
    var held = answers.claim(asked.keyed().get(), call.messages().size());
    return held.isPresent() ? underKey(call, held.get()) : later(asked, call.looks());
  }

  HttpAnswer answer(BulkCall.Ended call) {
    return call.answer().with(CorrelationIds.HEADER, call.correlationId());
  }

  private BulkCall underKey(BulkCall.Ready call, KeyRecord held) {
    try {
      var results = sent(call, Optional.of(held));
      var kept = answers.keep(call.asked().keyed().orElseThrow(), results.answer());
      return new BulkCall.Ended(call.asked().correlationId(), kept, results.accepted());
    } catch (RuntimeException failure) {
      letGo(held, failure);
      throw failure;
    }
  }

  private void letGo(KeyRecord held, RuntimeException failure) {
    try {
      answers.letGo(held);
    } catch (RuntimeException another) {
      failure.addSuppressed(another);
    }
  }

  private BulkResults sent(BulkCall.Ready call, Optional<KeyRecord> held) {
    var results = new BulkResults();
    for (var index = 0; index < call.messages().size(); index++) {
      var place = index;
      var item = call.messages().get(index);
      try {
        send(results, call.asked(), item, held.map(record -> record.messageIds().get(place)));
      } catch (RuntimeException failure) {
        // Under a key the whole call can be repeated; without one, the caller must know the rest.
        if (held.isPresent()) {
          throw failure;
        }
        results.add(AnswerFailureRoutes.answerTo(failure));
      }
    }
    return results;
  }

  private void send(
      BulkResults results, BulkCall.Asked asked, @Nullable Object item, Optional<String> reserved) {
    if (!(item instanceof Map<?, ?> members)) {
      results.add(RejectionAnswers.of(RejectionCode.NOT_AN_OBJECT.rejection()));
      return;
    }
    var json = new ApiGate.JsonCall(withoutKey(asked.json().call()), JsonReader.of(members));
    var ended = calls.ofMany(json, asked.correlationId(), reserved);
    results.add(calls.answer(ended));
    if (ended.isAccepted()) {
      results.accept(ended.accepted());
    }
  }

  /** The header speaks for the whole call. */
  private static ApiCall withoutKey(ApiCall call) {
    return new ApiCall(call.access(), call.request().without(KeyWords.HEADER));
  }

  private BulkCall read(ApiGate.JsonCall json) {
    var correlationId =
        calls.correlationOf(json.call().request(), json.body().text("correlationId"));
    var refused = gate.refusalOfMore(json.call(), requests(json) - 1);
    if (refused.isPresent()) {
      return ended(correlationId, refused.get());
    }
    var keyed = KeyWords.read(json, ApiOperations.SUBMIT_MANY.path());
    return look(new BulkCall.Waiting(new BulkCall.Asked(json, correlationId, keyed), LOOKS));
  }

  /** Whether or not it can be taken: as many requests as its messages begin sixties. */
  private static int requests(ApiGate.JsonCall json) {
    var messages = json.body().tree().get("messages");
    var count = messages instanceof List<?> items ? items.size() : 0;
    return Math.max(1, (count + PER_REQUEST - 1) / PER_REQUEST);
  }

  private static BulkCall judged(BulkCall.Asked asked, int looks) {
    var locked = ApiGate.readOnly(asked.json().call());
    if (locked.isPresent()) {
      return ended(asked.correlationId(), locked.get());
    }
    KeyWords.check(asked.json(), asked.keyed());
    var messages =
        asked.json().body().tree().get("messages") instanceof List<?> items
            ? JsonReader.items(items)
            : List.<@Nullable Object>of();
    return asked
        .json()
        .body()
        .refusal()
        .or(() -> refusal(messages))
        .<BulkCall>map(refusal -> ended(asked.correlationId(), RejectionAnswers.of(refusal)))
        .orElseGet(() -> new BulkCall.Ready(asked, messages, looks));
  }

  private static Optional<Rejection> refusal(List<@Nullable Object> messages) {
    if (messages.isEmpty()) {
      return Optional.of(RejectionCode.MESSAGES_MISSING.rejection());
    }
    return messages.size() > MOST
        ? Optional.of(RejectionCode.TOO_MANY_MESSAGES.rejection())
        : Optional.empty();
  }

  /** Too many wait already. */
  BulkCall giveUp(BulkCall.Waiting call) {
    return later(call.asked(), 0);
  }

  private static BulkCall later(BulkCall.Asked asked, int looks) {
    return looks == 0
        ? ended(asked.correlationId(), KeyRefusals.stillRunning())
        : new BulkCall.Waiting(asked, looks - 1);
  }

  private static BulkCall ended(BulkCall.Asked asked, BulkResults results) {
    return new BulkCall.Ended(asked.correlationId(), results.answer(), results.accepted());
  }

  private static BulkCall ended(String correlationId, HttpAnswer answer) {
    return new BulkCall.Ended(correlationId, answer, List.of());
  }
}
