package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import io.tuco.core.lead.Personalisation;
import io.tuco.core.lead.PlaceholderValues;
import io.tuco.core.lead.SendOrder;
import io.tuco.core.message.Message;
import io.tuco.core.message.Reasons;
import io.tuco.core.timing.SendHours;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a message may leave now, and how: pure, from the message and the facts. */
public final class DispatchRules {

  // A window that accept found open may vanish when the zone's rules change; it is asked daily.
  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  private DispatchRules() {}

  /**
   * The step for a message that waits or has just been claimed: the documented checks in their
   * order (API contract, section 4.3), then the first address.
   */
  public static DispatchStep decide(Message message, DispatchFacts facts) {
    return gate(message, facts).orElseGet(() -> firstStep(message, facts));
  }

  /** What holds the message back now; empty when every gate is open. Asked again last of all. */
  public static Optional<DispatchStep> gate(Message message, DispatchFacts facts) {
    return scheduled(message, facts.now()).or(() -> outsideWindow(message, facts));
  }

  /** The next step once the addresses in {@code unreachable} are known to have no iMessage. */
  static DispatchStep afterChecks(Message message, DispatchFacts facts, List<Address> unreachable) {
    var left = DispatchStep.remaining(candidates(message, facts), unreachable);
    if (left.isEmpty()) {
      return exhausted(message, facts, unreachable);
    }
    return facts.sender().health().privateApi()
        ? new DispatchStep.Check(left.get(0))
        : new DispatchStep.Send(left.get(0));
  }

  /** Every address the message may go to, in order, without those already found unreachable. */
  public static List<Address> candidates(Message message, DispatchFacts facts) {
    return DispatchStep.remaining(
        SendOrder.of(message.type(), message.recipient(), facts.lead()),
        message.progress().unreachable());
  }

  /** The text as it will be sent. */
  public static String textOf(Message message, DispatchFacts facts) {
    return Personalisation.fill(
        message.content().text(), PlaceholderValues.of(facts.lead(), facts.lineName()));
  }

  private static DispatchStep firstStep(Message message, DispatchFacts facts) {
    return afterChecks(message, facts, List.of());
  }

  private static DispatchStep exhausted(
      Message message, DispatchFacts facts, List<Address> unreachable) {
    var progress = message.progress().withUnreachable(unreachable);
    var checked = message.withProgress(progress, facts.now());
    return DispatchStep.Conclude.withNothingLeft(
        progress.unreachable().isEmpty()
            ? checked.failed("No address of the recipient is left to send to", facts.now())
            : checked.fellBack(facts.now()));
  }

  private static Optional<DispatchStep> scheduled(Message message, Instant now) {
    return message
        .timeline()
        .scheduledFor()
        .filter(now::isBefore)
        .map(due -> new DispatchStep.Wait(due, Reasons.SCHEDULED));
  }

  private static Optional<DispatchStep> outsideWindow(Message message, DispatchFacts facts) {
    return SendHours.of(message.window(), facts.workspace().zone())
        .filter(window -> !window.isOpen(facts.now()))
        .map(
            window ->
                new DispatchStep.Wait(
                    window.nextOpen(facts.now()).orElse(facts.now().plus(LOOK_AGAIN)),
                    Reasons.OUTSIDE_WINDOW));
  }
}
