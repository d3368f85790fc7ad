package io.tuco.core.simulation;

import io.tuco.core.address.Address;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.harness.FakeAttachments;
import io.tuco.core.line.Device;
import io.tuco.core.message.Message;
import io.tuco.core.simulation.log.Chronicle;
import io.tuco.core.simulation.log.Entry;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Everything around the engine in one run: time, chance, the store, processes and providers. */
final class World {

  private static final Duration LONGEST_RESTART = Duration.ofMinutes(20);
  private static final Duration LATEST_CALLBACK = Duration.ofMinutes(30);

  private final Plan plan;
  private final Chance chance;
  private final SimClock clock;
  private final Agenda agenda;
  private final Chronicle chronicle;
  private final InMemoryStores stores = new InMemoryStores();
  private final People people = new People();
  private final FakeAttachments files = new FakeAttachments();
  private final Map<String, SimRelay> relays = new HashMap<>();
  private final SimMail mail = new SimMail(this);
  private final SimSms sms = new SimSms(this);
  private final List<SimNode> nodes = new ArrayList<>();
  private final Mischief mischief;
  private final HealthProbes probes;
  private final ApiWatch watch;
  private int references;
  private int births;
  private int deaths;

  World(Plan plan, Chance chance, boolean detailed) {
    this.chronicle = new Chronicle(detailed);
    this.plan = plan;
    this.chance = chance;
    this.clock = new SimClock(plan.start());
    this.agenda = new Agenda(clock);
    this.mischief = new Mischief(this, plan.troubles());
    this.probes = new HealthProbes(this);
    this.watch = new ApiWatch(clock, chronicle, this::stored, probes::stored);
    agenda.beforeEach(() -> List.copyOf(nodes).forEach(SimNode::tick));
  }

  private Message stored(Message message) {
    return stores.messages().find(message.workspaceId(), message.id()).orElse(message);
  }

  Plan plan() {
    return plan;
  }

  Chance chance() {
    return chance;
  }

  SimClock clock() {
    return clock;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  Agenda agenda() {
    return agenda;
  }

  Chronicle chronicle() {
    return chronicle;
  }

  InMemoryStores stores() {
    return stores;
  }

  People people() {
    return people;
  }

  FakeAttachments files() {
    return files;
  }

  Mischief mischief() {
    return mischief;
  }

  ApiWatch watch() {
    return watch;
  }

  HealthProbes probes() {
    return probes;
  }

  Troubles troubles() {
    return plan.troubles();
  }

  boolean isTroubled() {
    return mischief.isOn();
  }

  DispatchSettings settings() {
    return DispatchSettings.documented();
  }

  /** How far a device's clock may be from the servers'. */
  Duration clockTolerance() {
    return plan.troubles().stepsClocks() ? Duration.ofHours(5) : Duration.ZERO;
  }

  int deaths() {
    return deaths;
  }

  String nextReference(String prefix) {
    references++;
    return prefix + references;
  }

  void add(SimRelay relay) {
    relays.put(relay.id(), relay);
  }

  List<SimRelay> relays() {
    return relays.values().stream().sorted(Comparator.comparing(SimRelay::id)).toList();
  }

  SimRelay relay(Device device) {
    return relays.get(device.id());
  }

  SimSms sms() {
    return sms;
  }

  Provider provider(Sender sender, String lane) {
    if (sender instanceof Sender.OverDevice over) {
      return relays.get(over.device().id());
    }
    return sender.kind() == Sender.Kind.SMS ? sms : mail;
  }

  /** A new process; one that died comes back under another name. */
  SimNode startNode() {
    births++;
    var node = new SimNode(this, "node-" + births);
    nodes.add(node);
    node.start();
    return node;
  }

  void died(SimNode node) {
    deaths++;
    nodes.remove(node);
    agenda.in(
        chance.mostlyShort(LONGEST_RESTART),
        () -> {
          if (nodes.size() < plan.nodes()) {
            startNode();
          }
        });
  }

  List<SimNode> freeNodes() {
    return nodes.stream().filter(SimNode::isFree).toList();
  }

  /** Something reaches some process, if there is one that listens. */
  void news(Consumer<SimNode> what) {
    agenda.in(Duration.ZERO, () -> reaches(what));
  }

  private void reaches(Consumer<SimNode> what) {
    var free = freeNodes();
    if (!free.isEmpty()) {
      var node = chance.pick(free);
      node.run(() -> what.accept(node));
    }
  }

  /** The provider tells that something has left: soon, late, twice or never. */
  void tellsOf(Call call, String reference) {
    if (isTroubled() && chance.hits(troubles().callbacks())) {
      return;
    }
    var times = chance.hits(troubles().callbacks()) ? 2 : 1;
    for (var time = 0; time < times; time++) {
      agenda.in(callbackDelay(), () -> news(node -> left(node, call, reference)));
    }
    agenda.in(callbackDelay().plusSeconds(4), () -> news(node -> delivered(node, reference)));
  }

  private Duration callbackDelay() {
    return isTroubled() && chance.hits(troubles().callbacks())
        ? chance.between(Duration.ZERO, LATEST_CALLBACK)
        : Duration.ofMillis(chance.between(50, 4_000));
  }

  private void left(SimNode node, Call call, String reference) {
    node.engine().lateNews().left(call.sendId(), call.part().number(), reference, now());
  }

  private void delivered(SimNode node, String reference) {
    node.engine().lateNews().delivered(reference, now(), now());
  }

  void lookedUp(String lane, String workspaceId, Address address) {
    chronicle.add(new Entry.LookedUp(clock.moment(), lane, workspaceId, address.value()));
  }

  void note(String what) {
    chronicle.detail(() -> new Entry.Note(clock.moment(), what));
  }
}
