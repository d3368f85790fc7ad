package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.line.Line;
import io.tuco.core.message.Message;
import io.tuco.core.store.SandboxStore;
import io.tuco.core.workspace.SandboxCode;
import io.tuco.core.workspace.SandboxPairing;
import java.time.Instant;
import java.util.Optional;

/**
 * A text to the sandbox line that is an account's code pairs its phone with that account (/v1
 * contract, section 8). A code works once: told again, it belongs to nobody.
 */
final class SandboxReplies implements ReplyConsumer {

  private final SandboxStore pairings;
  private final RecentFacts facts;

  SandboxReplies(SandboxStore pairings, RecentFacts facts) {
    this.pairings = pairings;
    this.facts = facts;
  }

  @Override
  public void take(Message inbound, Instant now) {
    if (inbound.origin().lineId().flatMap(facts::line).filter(Line::sandbox).isPresent()) {
      SandboxCode.in(inbound.content().text())
          .flatMap(code -> pairings.awaiting(inbound.workspaceId(), code))
          .ifPresent(pairing -> pair(pairing, inbound));
    }
  }

  /** Where a rival was faster, the account has a phone, or another code, by now. */
  private void pair(SandboxPairing pairing, Message inbound) {
    var at = AutomaticAnswers.receivedAt(inbound);
    if (pairing.validCode(at).isPresent()) {
      addressOf(inbound)
          .map(address -> new SandboxPairing.Phone(address, at))
          .ifPresent(phone -> pairings.replace(pairing.with(phone)));
    }
  }

  private static Optional<Address> addressOf(Message inbound) {
    var person = inbound.recipient();
    return person.phone().<Address>map(phone -> phone).or(person::email);
  }
}
