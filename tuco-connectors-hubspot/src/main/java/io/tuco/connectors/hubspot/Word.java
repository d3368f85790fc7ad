package io.tuco.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmFailure.Kind;
import io.tuco.core.crm.Dialogue;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an answer says to a dialogue.
 *
 * @param status 0 when there was no answer
 * @param failure what ends the dialogue, unless it knows better; empty after a success
 */
record Word(CrmCall call, int status, JsonNode body, Optional<CrmFailure> failure) {

  static <T> Dialogue<T> ask(CrmCall call, Function<Word, Dialogue<T>> next) {
    return Dialogue.ask(call, answer -> next.apply(of(call, answer)));
  }

  /** Asks, and goes on only after a success. */
  static <T> Dialogue<T> need(CrmCall call, Function<Word, Dialogue<T>> next) {
    return ask(call, word -> word.then(next));
  }

  static Word of(CrmCall call, CrmAnswer answer) {
    return answer instanceof CrmAnswer.Answered said
        ? heard(call, said)
        : new Word(call, 0, MissingNode.getInstance(), Optional.of(Failures.of(call, answer)));
  }

  private static Word heard(CrmCall call, CrmAnswer.Answered answer) {
    var body = Json.read(answer.text());
    var isWhole = body.isPresent() || answer.body().length == 0;
    var failure =
        answer.isSuccess() && isWhole
            ? Optional.<CrmFailure>empty()
            : Optional.of(Failures.of(call, answer.status(), body, isWhole));
    return new Word(call, answer.status(), body.orElse(MissingNode.getInstance()), failure);
  }

  boolean isSuccess() {
    return failure.isEmpty();
  }

  /** Whether HubSpot itself refused it, with that status. */
  boolean isRefusal(int refusal) {
    return status == refusal && isRefusal();
  }

  /** Whether HubSpot itself said no for good: nothing happened. */
  boolean isRefusal() {
    return failure
        .filter(why -> why.kind() == Kind.REFUSED || why.kind() == Kind.FORBIDDEN)
        .isPresent();
  }

  <T> Dialogue<T> then(Function<Word, Dialogue<T>> next) {
    return failure.<Dialogue<T>>map(Dialogue::broken).orElseGet(() -> next.apply(this));
  }

  <T> Dialogue<T> broken() {
    return Dialogue.broken(failure.orElseGet(() -> Failures.unreadable(call)));
  }

  Optional<String> field(String name) {
    return Json.field(body, name);
  }

  /** The id of the record in the answer. */
  Optional<String> id() {
    return field("id").filter(Calls::isRecordId);
  }
}
