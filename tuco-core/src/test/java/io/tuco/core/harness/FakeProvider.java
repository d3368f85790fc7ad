package io.tuco.core.harness;

import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeviceRow;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whoever takes texts or mails: keeps what left, and misbehaves as told. Not thread-safe. */
public final class FakeProvider {

  /** A message that left. */
  public record Sent(String reference, String address, String text, String messageId) {}

  private final String prefix;
  private final List<Sent> sent = new ArrayList<>();
  private final List<DeviceRow> rows = new ArrayList<>();
  private final Deque<Function<DispatchCommand.Send, DeliveryOutcome>> answers = new ArrayDeque<>();
  private boolean silent;

  FakeProvider(String prefix) {
    this.prefix = prefix;
  }

  /** Everything that left, in order. */
  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** The next send comes to this, and nothing leaves. */
  public void answers(DeliveryOutcome outcome) {
    answers.add(send -> outcome);
  }

  /** The next send leaves, but nobody hears of it. */
  public void swallowsTheAnswerButDelivers() {
    answers.add(
        send -> {
          leave(send);
          return new DeliveryOutcome.Unknown("The operation was aborted due to timeout");
        });
  }

  /** The next send goes well; what was told of sends concerns those after it. */
  public void takesTheNextSend() {
    answers.add(send -> new DeliveryOutcome.Accepted(leave(send)));
  }

  /** The next send gets no answer, and nothing leaves. */
  public void swallowsTheSend() {
    answers(new DeliveryOutcome.Unknown("The operation was aborted due to timeout"));
  }

  /** The process that waited for the next answer dies; the message has left, if {@code left}. */
  public void crashesTheCaller(boolean left) {
    answers.add(
        send -> {
          if (left) {
            leave(send);
          }
          throw new CallerDied();
        });
  }

  /** From now on no question is answered, or again. */
  public void isSilent(boolean nowSilent) {
    silent = nowSilent;
  }

  DeliveryOutcome send(DispatchCommand.Send send) {
    return Optional.ofNullable(answers.poll())
        .map(answer -> answer.apply(send))
        .orElseGet(() -> new DeliveryOutcome.Accepted(leave(send)));
  }

  DeviceRows rowsOf(DispatchCommand.Verify verify) {
    return silent ? DeviceRows.silence() : new DeviceRows(true, rows);
  }

  private String leave(DispatchCommand.Send send) {
    var reference = prefix + (sent.size() + 1);
    var text = send.message().progress().send().orElseThrow().text();
    sent.add(new Sent(reference, send.address().value(), text, send.message().id()));
    rows.add(DeviceRow.text(reference, text, Optional.of(send.address()), 0));
    return reference;
  }
}
