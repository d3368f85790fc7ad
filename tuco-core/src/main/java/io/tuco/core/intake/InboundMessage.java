package io.tuco.core.intake;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.message.Actor;
import io.tuco.core.message.AddressOrder;
import io.tuco.core.message.Annotations;
import io.tuco.core.message.Arrival;
import io.tuco.core.message.Content;
import io.tuco.core.message.CrmIds;
import io.tuco.core.message.Direction;
import io.tuco.core.message.Happenings;
import io.tuco.core.message.History;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Origin;
import io.tuco.core.message.Progress;
import io.tuco.core.message.ReceivedFile;
import io.tuco.core.message.Recipient;
import io.tuco.core.message.Timeline;
import io.tuco.core.message.WindowSettings;
import io.tuco.core.workspace.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person wrote, as a device or provider reports it. Its id is made of the provider's, so
 * that a report which comes twice is stored once.
 *
 * @param from the address the person wrote from
 * @param externalId the provider's id for it
 * @param writtenAt when the person wrote it, as the provider says
 * @param arrival what else is known of how it came
 */
public record InboundMessage(
    String workspaceId,
    MessageType type,
    Address from,
    Content content,
    String externalId,
    Instant writtenAt,
    Belonging belonging,
    Arrival arrival) {

  /** Of which nothing else is known. */
  public InboundMessage(
      String workspaceId,
      MessageType type,
      Address from,
      Content content,
      String externalId,
      Instant writtenAt,
      Belonging belonging) {
    this(workspaceId, type, from, content, externalId, writtenAt, belonging, Arrival.none());
  }

  /**
   * What a reply belongs to (settled answer 15).
   *
   * @param lineId the line that last wrote to the address, or heard from it
   * @param leadId the lead of the message it answers, else the one that has the address
   * @param name of the person, where it is known
   */
  public record Belonging(Optional<String> lineId, Optional<String> leadId, Optional<String> name) {

    public static Belonging unknown() {
      return new Belonging(Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  private static final int ID_CHARACTERS = 24;

  public InboundMessage {
    Objects.requireNonNull(workspaceId, "workspaceId");
    Objects.requireNonNull(externalId, "externalId");
  }

  public InboundMessage with(List<ReceivedFile> files) {
    return new InboundMessage(
        workspaceId, type, from, content, externalId, writtenAt, belonging, arrival.with(files));
  }

  /** The same of every report of this message to this workspace. */
  public String id() {
    return Sha256.hexOf("inbound\n" + workspaceId + "\n" + externalId).substring(0, ID_CHARACTERS);
  }

  /** The message to be stored now; nobody writes in the future, whatever a device's clock says. */
  public Message received(Instant now, String correlationId) {
    return new Message(
            id(),
            workspaceId,
            Direction.RECEIVED,
            type,
            MessageStatus.RECEIVED,
            content,
            person(),
            WindowSettings.none(),
            origin(correlationId),
            timeline(now),
            Progress.received(externalId),
            Annotations.arrived(arrival))
        .born(Actor.carrying(type), Happenings.RECEIVED);
  }

  private Timeline timeline(Instant now) {
    return new Timeline(
        writtenAt.isAfter(now) ? now : writtenAt,
        now,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        History.none());
  }

  private Recipient person() {
    return new Recipient(
        Optional.of(from).filter(PhoneNumber.class::isInstance).map(PhoneNumber.class::cast),
        Optional.of(from).filter(EmailAddress.class::isInstance).map(EmailAddress.class::cast),
        belonging.name(),
        AddressOrder.documented());
  }

  private Origin origin(String correlationId) {
    return new Origin(
        belonging.leadId(),
        belonging.lineId(),
        false,
        Optional.empty(),
        Optional.empty(),
        correlationId,
        CrmIds.none(),
        false,
        Optional.empty());
  }
}
