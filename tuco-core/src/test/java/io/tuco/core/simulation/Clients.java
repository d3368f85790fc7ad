package io.tuco.core.simulation;

import io.tuco.core.fixture.Fixtures;
import io.tuco.core.intake.AttachmentWords;
import io.tuco.core.intake.RecipientWords;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.intake.WindowWords;
import io.tuco.core.lead.Lead;
import io.tuco.core.line.Line;
import io.tuco.core.message.CrmIds;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Resolution;
import io.tuco.core.simulation.log.Entry;
import io.tuco.core.workspace.Access;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Whoever calls the API: sends, cancels, opts out, settles by order. */
final class Clients {

  private final World world;
  private final Chance chance;
  private int texts;

  Clients(World world) {
    this.world = world;
    this.chance = world.chance();
  }

  /** Puts everything that people will want on the agenda. */
  void plan(Duration active) {
    var letters = chance.between(5, 60);
    for (var letter = 0; letter < letters; letter++) {
      if (chance.hits(0.3)) {
        burst(active);
      } else {
        later(active, this::submits);
      }
    }
    times(chance.between(0, 4), active, this::cancels);
    times(chance.between(0, 3), active, this::optsOut);
    times(chance.between(0, 6), active, this::settles);
  }

  void times(int count, Duration active, Consumer<SimNode> action) {
    for (var time = 0; time < count; time++) {
      later(active, action);
    }
  }

  private void burst(Duration active) {
    var at = chance.between(Duration.ZERO, active);
    var count = chance.between(2, 4);
    for (var each = 0; each < count; each++) {
      world.agenda().in(at.plusMillis(chance.between(0, 3_000)), () -> world.news(this::submits));
    }
  }

  private void later(Duration active, Consumer<SimNode> action) {
    world.agenda().in(chance.between(Duration.ZERO, active), () -> world.news(action));
  }

  private void submits(SimNode node) {
    var lead = chance.pick(world.people().all());
    var workspace = node.stores().workspaces().find(lead.workspaceId()).orElseThrow();
    var access = new Access(Fixtures.anApiKey().inWorkspace(workspace.id()).build(), workspace);
    var result = node.intake().submit(new Submission(access, words(lead, workspace), "app_1"));
    if (result instanceof SubmissionResult.Accepted accepted) {
      world.chronicle().add(new Entry.Accepted(world.clock().moment(), accepted.message().id()));
      node.wake(accepted.laneId());
      if (chance.hits(0.5)) {
        world.freeNodes().forEach(other -> other.run(() -> other.wake(accepted.laneId())));
      }
    } else {
      world.note("refused: " + ((SubmissionResult.Rejected) result).rejection().code());
    }
  }

  private SubmitMessage words(Lead lead, Workspace workspace) {
    texts++;
    var type = type(lead, workspace);
    return new SubmitMessage(
        Optional.of(isAlike() ? "the same again" : "text " + texts),
        Optional.empty(),
        Optional.of(type.wire()),
        recipient(lead, type),
        type == MessageType.IMESSAGE && chance.hits(0.12) ? files() : AttachmentWords.none(),
        window(),
        chance.hits(0.3) ? anyLine(workspace, type).map(Line::id) : Optional.empty(),
        workspace.smsFallback().account().isPresent() && chance.hits(0.5)
            ? Optional.of(true)
            : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CrmIds.none());
  }

  /** Not where clocks are set: there a device is asked about more than it should be. */
  private boolean isAlike() {
    return !world.troubles().stepsClocks() && chance.hits(0.15);
  }

  private MessageType type(Lead lead, Workspace workspace) {
    if (chance.hits(0.2) && (hasLine(workspace, MessageType.SMS) || hasAccount(workspace))) {
      return MessageType.SMS;
    }
    return chance.hits(0.3)
            && lead.addresses().email().isPresent()
            && hasLine(workspace, MessageType.EMAIL)
        ? MessageType.EMAIL
        : MessageType.IMESSAGE;
  }

  private static boolean hasAccount(Workspace workspace) {
    return workspace.smsFallback().account().isPresent();
  }

  private boolean hasLine(Workspace workspace, MessageType type) {
    return anyLine(workspace, type).isPresent();
  }

  private Optional<Line> anyLine(Workspace workspace, MessageType type) {
    var lines =
        world.stores().lines().ofWorkspace(workspace.id()).stream()
            .filter(line -> line.channel() == type && line.active())
            .toList();
    return lines.isEmpty() ? Optional.empty() : Optional.of(chance.pick(lines));
  }

  private RecipientWords recipient(Lead lead, MessageType type) {
    var byLead = chance.hits(0.4);
    var nobody = RecipientWords.nobody();
    if (byLead) {
      return nobody.withLead(lead.id());
    }
    return type == MessageType.EMAIL
        ? nobody.withEmail(lead.addresses().email().orElseThrow().value())
        : nobody.withPhone(lead.addresses().phone().orElseThrow().value());
  }

  private AttachmentWords files() {
    var urls = new ArrayList<Optional<String>>();
    var count = chance.between(1, 2);
    for (var file = 0; file < count; file++) {
      urls.add(Optional.of("https://files.example.com/" + texts + "-" + file + ".png"));
    }
    return new AttachmentWords(true, urls, List.of());
  }

  private WindowWords window() {
    var date =
        chance.hits(0.1)
            ? Optional.of(world.now().plusSeconds(chance.between(60, 100_000)).toString())
            : Optional.<String>empty();
    if (chance.hits(0.6)) {
      return new WindowWords(date, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }
    var start = chance.between(0, 47) * 30;
    var end = (start + chance.between(1, 24) * 30) % 1_440;
    return new WindowWords(
        date,
        Optional.of(chance.pick(Founding.ZONES)),
        Optional.of(time(start)),
        Optional.of(time(end)),
        days());
  }

  private List<Object> days() {
    var days = new ArrayList<Object>();
    for (var day = 0; day < 7 && chance.hits(0.9); day++) {
      if (chance.hits(0.6)) {
        days.add(day);
      }
    }
    return chance.hits(0.5) ? List.of() : days;
  }

  private static String time(int minutes) {
    return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }

  /** Rather somebody to whom something is under way. */
  private Lead someLead() {
    var people = world.people().all();
    var busy =
        world.watch().open().values().stream()
            .flatMap(message -> message.origin().leadId().stream())
            .toList();
    var wanted = people.stream().filter(lead -> busy.contains(lead.id())).toList();
    return chance.pick(wanted.isEmpty() ? people : wanted);
  }

  private void cancels(SimNode node) {
    var lead = someLead();
    world.note("cancel for " + lead.id());
    node.engine().cancellations().ofLead(lead.workspaceId(), lead.id(), world.now());
  }

  private void optsOut(SimNode node) {
    var lead = someLead();
    world.note("opt-out of " + lead.id());
    node.engine()
        .optOuts()
        .enter(
            lead.workspaceId(),
            Optional.of(lead.id()),
            lead.addresses().all().stream().findFirst(),
            Optional.of("STOP"),
            world.now());
  }

  private void settles(SimNode node) {
    world
        .watch()
        .anyUnknown(chance)
        .ifPresent(
            message -> {
              var action = chance.pick(List.of(Resolution.Action.values()));
              // Noted first: whoever dies over it may have given the order all the same.
              world
                  .chronicle()
                  .add(new Entry.Ordered(world.clock().moment(), message.id(), action.wire()));
              node.engine()
                  .resolutions()
                  .resolve(
                      message.workspaceId(),
                      message.id(),
                      new Resolution(action, "key", world.now()),
                      world.now());
            });
  }
}
