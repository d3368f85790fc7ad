package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.intake.InboundMessage;
import io.tuco.core.intake.InboundMessage.Belonging;
import io.tuco.core.lead.Lead;
import io.tuco.core.line.Line;
import io.tuco.core.message.Content;
import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who else wrote to a person from the device that a text came in by: the person sees one sender,
 * whatever workspace it was (settled answer 15).
 */
final class DeviceNeighbours {

  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final Stores stores;

  DeviceNeighbours(Stores stores) {
    this.stores = stores;
  }

  /** The last message to the address of each other workspace that wrote lately from the device. */
  List<Message> whoWroteTo(Message inbound, Address address, Instant now) {
    return inbound.origin().lineId().flatMap(id -> stores.lines().find(id)).stream()
        .flatMap(line -> line.deviceId().stream())
        .flatMap(device -> stores.lines().ofDevice(device).stream())
        .filter(line -> !line.workspaceId().equals(inbound.workspaceId()))
        .collect(Collectors.groupingBy(Line::workspaceId))
        .values()
        .stream()
        .flatMap(lines -> last(inbound, address, lines, now).stream())
        .sorted(Comparator.comparing(Message::workspaceId))
        .toList();
  }

  private Optional<Message> last(Message inbound, Address address, List<Line> lines, Instant now) {
    return lines.stream()
        .flatMap(line -> parents(inbound, address, line, now).stream())
        .filter(sent -> !sentAt(sent).isBefore(now.minus(REMEMBERED)))
        .max(Comparator.comparing(DeviceNeighbours::sentAt).thenComparing(Message::id));
  }

  /** What would be this text's parents, had it come to the line. */
  private List<Message> parents(Message inbound, Address address, Line line, Instant now) {
    var lead = stores.leads().findByAddress(line.workspaceId(), address).map(Lead::id);
    var asked =
        new InboundMessage(
            line.workspaceId(),
            inbound.type(),
            address,
            Content.text(""),
            inbound.id(),
            now,
            new Belonging(Optional.of(line.id()), lead, Optional.empty()));
    var reply = asked.received(now, inbound.origin().correlationId());
    return stores.replies().rowOf(reply, Set.of(line.id())).parents();
  }

  private static Instant sentAt(Message sent) {
    return sent.timeline().sentAt().orElse(sent.timeline().createdAt());
  }
}
