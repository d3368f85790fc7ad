package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import io.tuco.core.lead.Personalisation;
import io.tuco.core.lead.PlaceholderValues;
import io.tuco.core.lead.SendOrder;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Part;
import io.tuco.core.message.Part.PartFile;
import io.tuco.core.message.Send;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a message leaves: to whom, in which words and parts, and after which question. */
public final class DispatchRules {

  private DispatchRules() {}

  /** What holds the message itself back now; asked again last of all, right before the call. */
  static Optional<DispatchStep> gate(Message message, DispatchFacts facts) {
    return Gate.ofMessage(message, facts.workspace(), facts.now())
        .map(hold -> new DispatchStep.Wait(hold.until().orElseThrow(), hold.reason()));
  }

  /** The next step once the addresses in {@code unreachable} are known to have no iMessage. */
  static DispatchStep afterChecks(Attempt attempt) {
    var message = attempt.message();
    var facts = attempt.facts();
    if (message.hasLeftInPart()) {
      return new DispatchStep.Send(message.progress().send().orElseThrow().addresses().get(0));
    }
    var left =
        DispatchStep.remaining(candidates(message, facts), attempt.unreachable()).stream()
            .filter(address -> isReachable(address, facts))
            .toList();
    if (left.isEmpty()) {
      return exhausted(attempt);
    }
    var next = left.get(0);
    return needsLookUp(next, attempt) ? new DispatchStep.Check(next) : new DispatchStep.Send(next);
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
        message.content(), PlaceholderValues.of(facts.lead(), facts.lineName()));
  }

  /** The attempt as it is written ahead; what an earlier one has sent already stays sent. */
  public static Send writeAhead(
      String sendId, Message message, DispatchFacts facts, List<PartFile> files, Instant now) {
    var earlier = message.progress().send().filter(Send::hasLeftInPart);
    if (earlier.isPresent()) {
      var last = earlier.get();
      var parts = last.parts().stream().map(part -> renewed(part, files)).toList();
      return new Send(sendId, last.text(), last.addresses(), parts, now, Optional.empty());
    }
    var text = textOf(message, facts);
    return new Send(
        sendId,
        text,
        candidates(message, facts),
        parts(message.type(), text, files),
        now,
        Optional.empty());
  }

  /** A file that has not left yet may be another one by now. */
  private static Part renewed(Part part, List<PartFile> files) {
    return part.file()
        .filter(file -> !part.isAccepted() && file.place() < files.size())
        .map(file -> Part.file(part.number(), files.get(file.place())))
        .orElse(part);
  }

  /** A device takes text and files one by one; a mail goes whole, and a text names its URLs. */
  private static List<Part> parts(MessageType type, String text, List<PartFile> files) {
    var parts = new ArrayList<Part>();
    if (!text.isBlank() || files.isEmpty() || type != MessageType.IMESSAGE) {
      parts.add(Part.text(0));
    }
    if (type != MessageType.SMS) {
      files.forEach(file -> parts.add(Part.file(parts.size(), file)));
    }
    return parts;
  }

  private static boolean isReachable(Address address, DispatchFacts facts) {
    return !Boolean.FALSE.equals(facts.lookUps().known().get(address));
  }

  private static boolean needsLookUp(Address address, Attempt attempt) {
    var lookUps = attempt.facts().lookUps();
    return lookUps.device().isPresent()
        && !lookUps.known().containsKey(address)
        && attempt.mayLookUp();
  }

  /** Of an iMessage nobody has it: that is a business outcome. Otherwise it failed. */
  private static DispatchStep exhausted(Attempt attempt) {
    var facts = attempt.facts();
    var known =
        candidates(attempt.message(), facts).stream()
            .filter(address -> !isReachable(address, facts))
            .toList();
    var progress =
        attempt.message().progress().withUnreachable(attempt.unreachable()).withUnreachable(known);
    var checked = attempt.message().withProgress(progress, facts.now());
    var isBusiness =
        attempt.message().type() == MessageType.IMESSAGE && !progress.unreachable().isEmpty();
    return DispatchStep.Conclude.untested(
        isBusiness
            ? checked.fellBack(facts.now()).toldByProvider()
            : checked.failed("No address of the recipient is left to send to", facts.now()));
  }
}
