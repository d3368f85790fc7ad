package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.intake.InboundMessage.Belonging;
import io.tuco.core.lead.Lead;
import io.tuco.core.line.Line;
import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Whom a person wrote to, and about what (settled answer 15; API contract, section 10). */
final class Attribution {

  /**
   * What a person's message belongs to.
   *
   * @param line that heard it; absent where the workspace's own account did and no line had written
   * @param lead of the message it answers, else the one that has the address
   * @param original our message that it answers
   */
  record Place(
      String workspaceId, Optional<Line> line, Optional<Lead> lead, Optional<Message> original) {

    Belonging belonging() {
      return new Belonging(
          line.map(Line::id), lead.map(Lead::id), lead.flatMap(known -> known.name().full()));
    }

    /** Of what is said among several, nobody is told. */
    Belonging withoutLead() {
      return new Belonging(line.map(Line::id), Optional.empty(), Optional.empty());
    }
  }

  private final Stores stores;

  Attribution(Stores stores) {
    this.stores = stores;
  }

  /**
   * The line of these, which share a device, that last wrote to the address or heard from it; else
   * the only one.
   *
   * @param answers the device's id of the message that was answered, where it names one
   */
  Optional<Place> among(List<Line> lines, Address from, Optional<String> answers) {
    var sent = stores.replies().lastSent(idsOf(lines), from);
    return lineOf(lines, from, sent).map(line -> place(line, from, sent, answers));
  }

  /** A number of the line's own heard it. */
  Place at(Line line, Address from) {
    var sent = stores.replies().lastSent(List.of(line.id()), from);
    return place(line, from, sent, Optional.empty());
  }

  /** The workspace's own account heard it, which may have written for any of its lines. */
  Place at(String workspaceId, Address from) {
    var lines = stores.lines().ofWorkspace(workspaceId);
    var sent = stores.replies().lastSent(idsOf(lines), from);
    var line = sent.flatMap(message -> named(lines, message));
    return new Place(workspaceId, line, leadOf(workspaceId, sent, from), sent);
  }

  private Optional<Line> lineOf(List<Line> lines, Address from, Optional<Message> sent) {
    if (lines.size() <= 1) {
      return lines.stream().findFirst();
    }
    var heard = stores.replies().lastHeard(idsOf(lines), from);
    var last =
        sent.isEmpty() || heard.filter(later -> isAfter(later, sent.get())).isPresent()
            ? heard
            : sent;
    return last.flatMap(message -> named(lines, message));
  }

  private static boolean isAfter(Message heard, Message sent) {
    return heard.timeline().createdAt().isAfter(sent.timeline().sentAt().orElse(Instant.MIN));
  }

  private Place place(Line line, Address from, Optional<Message> sent, Optional<String> answers) {
    var named =
        answers
            .flatMap(stores.messages()::findByExternalId)
            .filter(message -> message.workspaceId().equals(line.workspaceId()));
    var original =
        named.or(() -> sent.filter(message -> message.workspaceId().equals(line.workspaceId())));
    return new Place(
        line.workspaceId(),
        Optional.of(line),
        leadOf(line.workspaceId(), original, from),
        original);
  }

  private Optional<Lead> leadOf(String workspaceId, Optional<Message> original, Address from) {
    return original
        .flatMap(message -> message.origin().leadId())
        .flatMap(id -> stores.leads().find(workspaceId, id))
        .or(() -> stores.leads().findByAddress(workspaceId, from));
  }

  private static Optional<Line> named(Collection<Line> lines, Message message) {
    return lines.stream()
        .filter(line -> message.origin().lineId().filter(line.id()::equals).isPresent())
        .findFirst();
  }

  private static List<String> idsOf(Collection<Line> lines) {
    return lines.stream().map(Line::id).toList();
  }
}
