package io.tuco.core.engine;

import io.tuco.core.dispatch.Sender;
import io.tuco.core.line.Line;
import io.tuco.core.message.Actor;
import io.tuco.core.message.AddressOrder;
import io.tuco.core.message.AutomaticAnswer;
import io.tuco.core.message.Content;
import io.tuco.core.message.Direction;
import io.tuco.core.message.Happenings;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Origin;
import io.tuco.core.message.Progress;
import io.tuco.core.message.Recipient;
import io.tuco.core.message.Timeline;
import io.tuco.core.message.WindowSettings;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Sha256;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Our own answers to people's texts, each at most once per person and day: two machines that answer
 * each other end there. Its id is made of person, kind and day, so that an answer which is made
 * twice is one message, also across a crash.
 */
final class AutomaticAnswers {

  private static final Duration ONCE_IN = Duration.ofDays(1);
  private static final int ID_CHARACTERS = 24;

  private final Stores stores;
  private final RecentFacts facts;
  private final Consumer<String> wake;

  AutomaticAnswers(Stores stores, RecentFacts facts, Consumer<String> wake) {
    this.stores = stores;
    this.facts = facts;
    this.wake = wake;
  }

  /** Answers over the line and to the address the text came by; a mail gets no answer. */
  void answer(Message inbound, AutomaticAnswer answer, Instant now) {
    facts
        .workspace(inbound.workspaceId())
        .filter(workspace -> inbound.type() != MessageType.EMAIL)
        .ifPresent(workspace -> answer(inbound, answer, workspace, now));
  }

  private void answer(Message inbound, AutomaticAnswer answer, Workspace workspace, Instant now) {
    var text = workspace.answerTexts().of(answer);
    var line = inbound.origin().lineId().flatMap(facts::line).filter(Line::active);
    var lane = laneOf(inbound, line, workspace, now);
    if (text.isBlank() || lane.isEmpty() || wasAnswered(inbound, answer)) {
      return;
    }
    var id = idOn(dayOf(inbound), inbound, answer);
    if (stores.messages().insert(message(id, inbound, answer, text, now), lane, List.of())) {
      wake.accept(lane.get());
    }
  }

  /** Where nothing could send it, it would only fail. */
  private static Optional<String> laneOf(
      Message inbound, Optional<Line> line, Workspace workspace, Instant now) {
    return Sender.isByWorkspace(inbound.type(), line)
            && Senders.ofWorkspace(workspace, now).isEmpty()
        ? Optional.empty()
        : Senders.knownLaneOf(inbound.type(), inbound.workspaceId(), line);
  }

  /** The day's own answer is found by its id; yesterday's may be less than a day old. */
  private boolean wasAnswered(Message inbound, AutomaticAnswer answer) {
    return stores
        .messages()
        .find(inbound.workspaceId(), idOn(dayOf(inbound).minusDays(1), inbound, answer))
        .filter(last -> last.timeline().createdAt().isAfter(receivedAt(inbound).minus(ONCE_IN)))
        .isPresent();
  }

  private static Message message(
      String id, Message inbound, AutomaticAnswer answer, String text, Instant now) {
    var person = inbound.recipient();
    return new Message(
            id,
            inbound.workspaceId(),
            Direction.SENT,
            inbound.type(),
            MessageStatus.PENDING,
            Content.text(text),
            new Recipient(
                person.phone(),
                person.email(),
                person.name(),
                new AddressOrder(person.phone().isEmpty(), false)),
            WindowSettings.none(),
            Origin.answering(inbound.origin(), answer),
            Timeline.createdAt(now, Optional.empty()),
            Progress.none())
        .born(Actor.OPT_OUT, Happenings.ANSWERS)
        .explained(inbound.id());
  }

  private static String idOn(LocalDate day, Message inbound, AutomaticAnswer answer) {
    var person = inbound.recipient();
    var address =
        person
            .phone()
            .map(phone -> phone.value())
            .or(() -> person.email().map(email -> email.value()))
            .orElse("");
    return Sha256.hexOf(
            String.join(
                "\n", "answer", inbound.workspaceId(), answer.wire(), address, day.toString()))
        .substring(0, ID_CHARACTERS);
  }

  private static LocalDate dayOf(Message inbound) {
    return receivedAt(inbound).atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** When we had it, which stays; when it was written, a device's clock says. */
  static Instant receivedAt(Message inbound) {
    var history = inbound.timeline().history().entries();
    return history.isEmpty() ? inbound.timeline().createdAt() : history.get(0).at();
  }
}
