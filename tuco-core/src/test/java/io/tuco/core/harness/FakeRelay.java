package io.tuco.core.harness;

import io.tuco.core.address.Address;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.Availability;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeviceRow;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.message.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A device in memory: it keeps what left it, and misbehaves as told. Not thread-safe. */
public final class FakeRelay {

  /** A text that left the device. */
  public record Sent(
      String reference, String address, String text, String token, String messageId) {}

  private final List<Sent> sent = new ArrayList<>();
  private final List<DeviceRow> rows = new ArrayList<>();
  private final Set<String> withoutIMessage = new HashSet<>();
  private final Deque<Function<DispatchCommand.Send, DeliveryOutcome>> faults = new ArrayDeque<>();
  private final Deque<Availability> checkFaults = new ArrayDeque<>();
  private final List<String> checked = new ArrayList<>();
  private final List<String> askedDevices = new ArrayList<>();
  private boolean silent;
  private int references;

  /** Everything that left, in order. */
  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  public List<Sent> textsTo(String address) {
    return sent.stream().filter(text -> text.address().equals(address)).toList();
  }

  /** The addresses that were looked up, in order. */
  public List<String> checked() {
    return List.copyOf(checked);
  }

  /** The devices that were asked to look up, in order. */
  public List<String> askedDevices() {
    return List.copyOf(askedDevices);
  }

  public void hasNoIMessageFor(String address) {
    withoutIMessage.add(address);
  }

  /** The next send leaves, but nobody hears of it. */
  public void swallowsTheAnswerButDelivers() {
    faults.add(
        send -> {
          leave(send);
          return new DeliveryOutcome.Unknown("The operation was aborted due to timeout");
        });
  }

  /** The next send gets no answer, and nothing leaves. */
  public void swallowsTheSend() {
    faults.add(send -> new DeliveryOutcome.Unknown("The operation was aborted due to timeout"));
  }

  /** The next send provably does not begin. */
  public void refusesTheConnection() {
    faults.add(send -> DeliveryOutcome.NotSent.because("The connection was refused"));
  }

  /** The next send is refused for its content. */
  public void refusesTheText() {
    faults.add(
        send ->
            new DeliveryOutcome.Refused(
                "The device refused the request", DeliveryOutcome.Scope.MESSAGE));
  }

  /** The next send fails with error 22, although the look-up said yes. */
  public void findsNoIMessageWhenSending() {
    faults.add(
        send ->
            new DeliveryOutcome.Refused(
                "Recipient is not on iMessage", DeliveryOutcome.Scope.ADDRESS));
  }

  /** The next send has no answer, and the device's row of it carries this error. */
  public void swallowsTheAnswerAndFailsWith(int error) {
    faults.add(
        send -> {
          rows.add(rowOf(send, nextReference(), error));
          return new DeliveryOutcome.Unknown("The operation was aborted due to timeout");
        });
  }

  /** The next look-up fails. */
  public void failsTheNextCheck() {
    checkFaults.add(Availability.UNANSWERED);
  }

  /** The next look-up does not even reach the device. */
  public void isAwayForTheNextCheck() {
    checkFaults.add(Availability.UNREACHABLE);
  }

  /** From now on no question about rows is answered, or again. */
  public void isSilent(boolean nowSilent) {
    silent = nowSilent;
  }

  /** The next send comes to this, and nothing leaves. */
  public void answers(DeliveryOutcome outcome) {
    faults.add(send -> outcome);
  }

  /** The next send goes well; what was told of sends concerns those after it. */
  public void takesTheNextSend() {
    faults.add(send -> new DeliveryOutcome.Accepted(leave(send)));
  }

  /** What the device has stored of an earlier send turns up in its rows only now. */
  public void shows(String text, String address) {
    rows.add(DeviceRow.text(nextReference(), text, Optional.of(new PhoneNumber(address)), 0));
  }

  /** The process that waited for the next answer dies; the text has left, if {@code left}. */
  public void crashesTheCaller(boolean left) {
    faults.add(
        send -> {
          if (left) {
            leave(send);
          }
          throw new CallerDied();
        });
  }

  Availability check(DispatchCommand.Check check) {
    checked.add(check.address().value());
    askedDevices.add(check.device().id());
    return Optional.ofNullable(checkFaults.poll()).orElseGet(() -> availability(check.address()));
  }

  DeliveryOutcome send(DispatchCommand.Send send) {
    return Optional.ofNullable(faults.poll())
        .map(fault -> fault.apply(send))
        .orElseGet(() -> new DeliveryOutcome.Accepted(leave(send)));
  }

  DeviceRows rowsOf(DispatchCommand.Verify verify) {
    return silent ? DeviceRows.silence() : new DeviceRows(true, rows);
  }

  private Availability availability(Address address) {
    return withoutIMessage.contains(address.value())
        ? Availability.UNAVAILABLE
        : Availability.AVAILABLE;
  }

  private String leave(DispatchCommand.Send send) {
    var row = rowOf(send, nextReference(), 0);
    rows.add(row);
    sent.add(
        new Sent(
            row.reference(),
            send.address().value(),
            send.part().file().map(Part.PartFile::name).orElse(row.text()),
            send.message().progress().send().orElseThrow().token(send.part()),
            send.message().id()));
    return row.reference();
  }

  private String nextReference() {
    references++;
    return "ROW-" + references;
  }

  private static DeviceRow rowOf(DispatchCommand.Send send, String reference, int error) {
    return send.part()
        .file()
        .map(
            file ->
                new DeviceRow(
                    reference,
                    "",
                    List.of(new DeviceRow.File(file.name(), Optional.of(file.bytes()))),
                    Optional.of(send.address()),
                    error))
        .orElseGet(
            () ->
                DeviceRow.text(
                    reference,
                    send.message().progress().send().orElseThrow().text(),
                    Optional.of(send.address()),
                    error));
  }
}
