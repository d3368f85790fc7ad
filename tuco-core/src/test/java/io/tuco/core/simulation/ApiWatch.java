package io.tuco.core.simulation;

import io.tuco.core.dispatch.Lane;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.History;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Send;
import io.tuco.core.simulation.log.Chronicle;
import io.tuco.core.simulation.log.Entry;
import io.tuco.core.simulation.log.Letter;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * Sees each applied write and notes what the API shows from then on: what a client would see that
 * asks all the time.
 */
final class ApiWatch {

  private final SimClock clock;
  private final Chronicle chronicle;
  private final UnaryOperator<Message> stored;
  private final BiConsumer<String, Boolean> health;
  private final Map<String, Message> open = new LinkedHashMap<>();
  private long writes;

  /**
   * @param stored the message as it is read after a write of it
   * @param health told the device or line whose health was stored
   */
  ApiWatch(
      SimClock clock,
      Chronicle chronicle,
      UnaryOperator<Message> stored,
      BiConsumer<String, Boolean> health) {
    this.clock = clock;
    this.chronicle = chronicle;
    this.stored = stored;
    this.health = health;
  }

  /** Messages that wait or are under way, as last shown. */
  Map<String, Message> open() {
    return open;
  }

  /** How often anything was written; a quiet world stands still. */
  long writes() {
    return writes;
  }

  void applied(Method call, Object[] arguments, Object result) {
    switch (call.getName()) {
      case "insert" -> {
        if (arguments[0] instanceof Message message && Boolean.TRUE.equals(result)) {
          born(message);
        }
      }
      case "beginSend", "updateWaiting", "endWaiting" ->
          shownIf(Boolean.TRUE.equals(result), (Message) arguments[0]);
      case "amend" -> shownIf(Boolean.TRUE.equals(result), (Message) arguments[1]);
      case "record" -> {
        if (arguments.length > 1 && arguments[1] instanceof Message message) {
          shownIf(Boolean.TRUE.equals(result), message);
        }
      }
      case "add" -> {
        if (arguments[0] == result && result instanceof DoNotContact entry) {
          chronicle.add(
              new Entry.OptedOut(clock.moment(), entry.workspaceId(), entry.address().value()));
        }
      }
      case "updateHealth" -> healthOf((String) arguments[0], (SenderHealth) arguments[1]);
      case "update" -> limitsOf(arguments[0]);
      case "replace" -> {
        writes++;
        if (Boolean.TRUE.equals(result) && arguments[1] instanceof Lane lane) {
          chronicle.detail(() -> new Entry.Note(clock.moment(), "stored " + lane));
        }
      }
      default -> {}
    }
  }

  private void born(Message message) {
    chronicle.add(new Entry.Born(clock.moment(), letterOf(message)));
    shown(message);
  }

  private void shownIf(boolean done, Message message) {
    if (done) {
      shown(message);
    }
  }

  private void shown(Message message) {
    writes++;
    chronicle.add(
        new Entry.Shown(
            clock.moment(),
            message.id(),
            message.status().wire(),
            message.isUnknown(),
            message.progress().send().map(Send::id),
            message.progress().reason()));
    chronicle.add(told(stored.apply(message)));
    if (message.status().isWaiting() || message.status() == MessageStatus.SENDING) {
      open.put(message.id(), message);
    } else {
      open.remove(message.id());
    }
  }

  private Entry.Told told(Message message) {
    var history = message.timeline().history();
    var moves =
        history.entries().stream()
            .map(each -> each.from().map(MessageStatus::wire).orElse("") + ">" + each.to().wire())
            .toList();
    return new Entry.Told(
        clock.moment(),
        message.id(),
        message.status().wire(),
        moves,
        History.FIRST,
        history.leftOut());
  }

  private void healthOf(String sender, SenderHealth found) {
    writes++;
    chronicle.add(new Entry.Health(clock.moment(), sender, found.isHealthy()));
    health.accept(sender, found.isHealthy());
  }

  private void limitsOf(Object changed) {
    writes++;
    if (changed instanceof Line line) {
      chronicle.add(
          new Entry.Note(clock.moment(), "line " + line.id() + " active=" + line.active()));
    }
    if (changed instanceof Device device) {
      chronicle.add(new Entry.Pace(clock.moment(), device.laneId(), device.gap()));
    }
  }

  private static Letter letterOf(Message message) {
    var window = message.window();
    return new Letter(
        message.id(),
        message.workspaceId(),
        message.type().wire(),
        message.content().text(),
        message.origin().lineId(),
        message.origin().leadId(),
        window
            .zone()
            .map(zone -> new Letter.Hours(zone, window.start(), window.end(), window.days()))
            .orElseGet(Letter.Hours::always),
        message.timeline().scheduledFor(),
        message.timeline().createdAt(),
        message.content().attachments().size(),
        message.origin().fallbackOf(),
        message.origin().fallbackSmsOnFailed());
  }

  Optional<Message> anyUnknown(Chance chance) {
    var unknown = open.values().stream().filter(Message::isUnknown).toList();
    return unknown.isEmpty() ? Optional.empty() : Optional.of(chance.pick(unknown));
  }
}
