package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.address.Address;
import io.tuco.core.engine.Sandbox;
import io.tuco.core.event.ChatIds;
import io.tuco.core.line.Line;
import java.time.Clock;
import java.util.Optional;

/**
 * What a call must pass where it is about the sandbox line (/v1 contract, section 8): any other
 * line it lets through.
 */
final class SandboxDoor {

  private final Sandbox sandbox;
  private final Clock clock;

  SandboxDoor(Sandbox sandbox, Clock clock) {
    this.sandbox = sandbox;
    this.clock = clock;
  }

  /** Where nobody is named: the key's account must have paired a phone. */
  Optional<HttpAnswer> refusal(Call call, Line line) {
    return line.sandbox() ? sandbox.refusal(call.key()).map(SandboxDoor::answer) : Optional.empty();
  }

  /** Where somebody is named: it must be that phone. */
  Optional<HttpAnswer> refusal(Call call, Line line, Target to) {
    return refusal(call, line)
        .or(
            () ->
                onlyPerson(call, line)
                    .filter(person -> !to.chatWith(line).equals(ChatIds.chat(line.id(), person)))
                    .map(other -> ErrorCode.SANDBOX_CONTACT_MISMATCH.answerOf("to")));
  }

  /** Before a message is accepted, and after all else: takes one of the account's day. */
  Optional<HttpAnswer> use(Call call, Line line) {
    return line.sandbox()
        ? sandbox.use(call.key(), clock.instant()).map(this::usedUp)
        : Optional.empty();
  }

  /** The only one whose traffic on the line may be shown; empty where all of it may. */
  Optional<String> onlyPerson(Call call, Line line) {
    return line.sandbox()
        ? Optional.of(sandbox.contact(call.key()).map(Address::value).orElse(""))
        : Optional.empty();
  }

  private HttpAnswer usedUp(Sandbox.Refusal refusal) {
    return answer(refusal)
        .with("Retry-After", String.valueOf(Sandbox.untilReset(clock.instant()).toSeconds()));
  }

  private static HttpAnswer answer(Sandbox.Refusal refusal) {
    return switch (refusal) {
      case REQUIRES_OWNER -> ErrorCode.SANDBOX_REQUIRES_OWNER.answer();
      case NOT_ACTIVATED -> ErrorCode.SANDBOX_NOT_ACTIVATED.answer();
      case QUOTA_EXCEEDED -> ErrorCode.SANDBOX_QUOTA_EXCEEDED.answer();
    };
  }
}
