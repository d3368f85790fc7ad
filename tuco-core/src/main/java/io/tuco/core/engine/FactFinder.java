package io.tuco.core.engine;

import io.tuco.core.event.ChatIds;
import io.tuco.core.intake.SubmissionFacts;
import io.tuco.core.intake.SubmissionReading;
import io.tuco.core.lead.Lead;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Access;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks the store what a request needs to be judged, and no more. */
final class FactFinder {

  private final Stores stores;

  FactFinder(Stores stores) {
    this.stores = stores;
  }

  SubmissionFacts factsFor(SubmissionReading reading, Foresight foresight) {
    var workspaceId = reading.submission().access().workspace().id();
    var named = reading.lineId().flatMap(id -> stores.lines().find(workspaceId, id));
    var usable =
        reading.lineId().isPresent()
            ? List.<Line>of()
            : usableLines(reading.submission().access(), reading.type());
    return new SubmissionFacts(
        leadOf(reading, foresight),
        named,
        usable,
        healthy(usable),
        named.filter(line -> awaitsContact(reading, line)).isPresent());
  }

  /** Whether the person has never written to this line, which is to write to nobody else. */
  private boolean awaitsContact(SubmissionReading reading, Line line) {
    return reading.isContactFirst(line)
        && reading.recipient().first().stream()
            .map(who -> ChatIds.chat(line.id(), who.value()))
            .allMatch(chat -> !hasWritten(line.workspaceId(), chat));
  }

  private boolean hasWritten(String workspaceId, String chatId) {
    var received = MessageFilter.ofChat(chatId, Set.of(MessageStatus.RECEIVED));
    return !stores.archive().after(workspaceId, received, Optional.empty(), 1).isEmpty();
  }

  /** The health of what carries the line: its device's, or its own account's. */
  SenderHealth healthOf(Line line) {
    return line.accountHealth()
        .or(() -> deviceOf(line).map(Device::health))
        .orElseGet(SenderHealth::unknown);
  }

  Duration gapOf(Line line) {
    return deviceOf(line).map(Device::gap).orElse(Duration.ZERO);
  }

  private Optional<Device> deviceOf(Line line) {
    return line.deviceId().flatMap(id -> stores.devices().find(id));
  }

  private Optional<Lead> leadOf(SubmissionReading reading, Foresight foresight) {
    var workspaceId = reading.submission().access().workspace().id();
    if (reading.leadId().isPresent()) {
      return stores.leads().find(workspaceId, reading.leadId().orElseThrow());
    }
    var recipient = reading.recipient();
    return first(
        foresight::byPhone,
        () -> recipient.email().flatMap(at -> stores.leads().findByAddress(workspaceId, at)),
        () -> byCrmId(reading, workspaceId));
  }

  private Optional<Lead> byCrmId(SubmissionReading reading, String workspaceId) {
    var crm = reading.submission().words().crm();
    return first(
        () -> crm.ghlContactId().flatMap(id -> stores.leads().findByGhlContact(workspaceId, id)),
        () ->
            crm.hsContactId().flatMap(id -> stores.leads().findByHubspotContact(workspaceId, id)));
  }

  private List<Line> usableLines(Access access, MessageType type) {
    return stores.lines().ofWorkspace(access.workspace().id()).stream()
        .filter(line -> line.active() && line.channel() == type && !line.sandbox())
        .filter(line -> access.key().reaches(line.id()))
        .collect(Collectors.toList());
  }

  private List<Line> healthy(List<Line> lines) {
    return lines.stream().filter(line -> healthOf(line).isHealthy()).collect(Collectors.toList());
  }

  @SafeVarargs
  private static Optional<Lead> first(Supplier<Optional<Lead>>... questions) {
    for (var question : questions) {
      var answer = question.get();
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }
}
