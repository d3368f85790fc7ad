package io.tuco.camel.kill;

import io.tuco.camel.kill.Moment.Death;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One moment on one channel: some texts, a death, a start, and a judgement. */
final class KillRun {

  private static final int TEXTS = 6;
  private static final Duration DEATH_LIMIT = Duration.ofSeconds(40);
  private static final Duration SETTLE_LIMIT = Duration.ofSeconds(90);
  private static final Duration GOING_LIMIT = Duration.ofSeconds(5);
  private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long STOPPING_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

  private final KillWorld world;
  private final Moment moment;
  private final Channel channel;
  private final Provider provider;
  private final Watch watch;
  private final List<String> tried = new ArrayList<>();
  private final Map<String, String> unanswered = new LinkedHashMap<>();
  private final String name;

  KillRun(KillWorld world, Moment moment, Channel channel) {
    this.world = world;
    this.moment = moment;
    this.channel = channel;
    this.provider = world.provider(channel);
    this.watch = new Watch(world);
    this.name = moment.name() + " " + channel.wire();
  }

  Result run() throws IOException {
    world.server().kill();
    world.startAgain(moment.flags());
    provider.meets(moment.trouble());
    rotate();
    var left = submitUntilDead();
    dieRotating();
    awaitDeath();
    calm();
    dieAgain();
    var doubtBefore = Set.copyOf(watch.inDoubt());
    var recovery = recover(doubtBefore);
    repeat();
    submit(left);
    settle();
    return new Judgement(world, moment, channel, watch).of(tried, recovery);
  }

  /** Once to the end, so that there is a known secret to go on with whatever happens next. */
  private void rotate() throws IOException {
    if (moment.isRotation()) {
      world.rotate();
    }
  }

  /** And once into its middle: the sink never hears of the new secret. */
  private void dieRotating() {
    if (moment.isRotation()) {
      try {
        world.rotate();
      } catch (IOException e) {
        // It has just died of it.
      }
    }
  }

  /** How many of the texts have not been tried. */
  private int submitUntilDead() throws IOException {
    var begun = provider.asked();
    var taken = provider.taken().size();
    for (var place = 0; place < TEXTS; place++) {
      if (isTime(begun, taken)) {
        end();
        return TEXTS - place;
      }
      if (!submitOne()) {
        return TEXTS - place - 1;
      }
    }
    var death = System.nanoTime();
    while (moment.death() != Death.FAILPOINT && !isTime(begun, taken)) {
      within(DEATH_LIMIT, death, "the provider was not asked");
    }
    end();
    return 0;
  }

  private boolean isTime(long asked, int taken) throws IOException {
    return switch (moment.death()) {
      case FAILPOINT -> false;
      case ASKED -> provider.asked() > asked;
      case TAKEN, TAKEN_AND_AGAIN, TERMINATED, TERMINATED_TWICE, KILLED_WHILE_STOPPING ->
          provider.taken().size() > taken;
    };
  }

  private void end() {
    switch (moment.death()) {
      case FAILPOINT -> {}
      case ASKED, TAKEN, TAKEN_AND_AGAIN -> world.server().kill();
      case TERMINATED -> world.server().terminate();
      case TERMINATED_TWICE -> stopAnd(world.server()::terminate);
      case KILLED_WHILE_STOPPING -> stopAnd(world.server()::kill);
    }
  }

  /** It waits for the answer that never comes; meanwhile something else is done to it. */
  private void stopAnd(Runnable then) {
    world.server().terminate();
    LockSupport.parkNanos(STOPPING_NANOS);
    then.run();
  }

  private void submit(int count) throws IOException {
    for (var place = 0; place < count; place++) {
      if (!submitOne()) {
        throw new IllegalStateException(name + ": the server does not accept after its recovery");
      }
    }
  }

  /** False when the server died of it. */
  private boolean submitOne() {
    var text = name.replaceAll("[^a-z0-9]+", "-") + "-" + tried.size();
    tried.add(text);
    var send = channel.send(text, world.nextPerson());
    var body = moment.keyed() ? keyed(send, text) : send;
    try {
      submit(text, body);
      return true;
    } catch (IOException e) {
      unanswered.put(text, body);
      return false;
    }
  }

  private void submit(String text, String body) throws IOException {
    var answer = world.api().post("/api/messages", body);
    // A repeated call may find the lead that its first run has made.
    if (answer.status() == 201 || moment.keyed() && answer.status() == 200) {
      watch.follow(answer.body().path("message").path("_id").asText(), text);
    }
  }

  private static String keyed(String send, String key) {
    return send.replaceFirst("[{]", "{\"idempotencyKey\":\"" + key + "\",");
  }

  private void repeat() throws IOException {
    if (moment.keyed()) {
      for (var call : unanswered.entrySet()) {
        submit(call.getKey(), call.getValue());
      }
    }
  }

  private void awaitDeath() {
    var begun = System.nanoTime();
    while (world.server().isAlive()) {
      look();
      within(DEATH_LIMIT, begun, "the server did not die");
    }
  }

  /** What is in doubt already is no sign of recovery later. */
  private void look() {
    try {
      watch.look();
    } catch (IOException e) {
      // It has just died.
    }
  }

  private void dieAgain() throws IOException {
    if (moment.secondDeath().isPresent()) {
      world.launch(List.of(moment.secondDeath().get()));
      awaitDeath();
    }
  }

  private void calm() throws IOException {
    if (!isGoneWithServer()) {
      provider.calm();
    }
  }

  /** The simulator goes with an orderly stop, soon, and its faults with it. */
  private boolean isGoneWithServer() throws IOException {
    if (!moment.death().isOrderly() || channel != Channel.IMESSAGE) {
      return false;
    }
    var simulator = ProcessHandle.of(world.server().facts().path("relayPid").asLong());
    var begun = System.nanoTime();
    while (simulator.filter(ProcessHandle::isAlive).isPresent()
        && System.nanoTime() - begun < GOING_LIMIT.toNanos()) {
      LockSupport.parkNanos(GLANCE_NANOS);
    }
    return simulator.filter(ProcessHandle::isAlive).isEmpty();
  }

  private Duration recover(Set<String> doubtBefore) throws IOException {
    var goneWithServer = isGoneWithServer();
    var before = goneWithServer ? 0 : provider.asked();
    world.startAgain(List.of());
    var back = System.nanoTime();
    var asked = goneWithServer ? provider.asked() : before;
    var first = watch.look();
    while (!hasRecovered(first, asked, doubtBefore)) {
      within(SETTLE_LIMIT, back, "the server does not recover");
      watch.look();
    }
    return Duration.ofNanos(System.nanoTime() - back);
  }

  private boolean hasRecovered(Object first, long asked, Set<String> doubtBefore)
      throws IOException {
    return watch.isAllFinal()
        || !doubtBefore.containsAll(watch.inDoubt())
        || !watch.look().equals(first)
        || provider.asked() > asked;
  }

  private void settle() throws IOException {
    var begun = System.nanoTime();
    watch.look();
    while ((!watch.isAllFinal() || !isFollowedUp() || !watch.isQuiet() || !isTold())
        && System.nanoTime() - begun < SETTLE_LIMIT.toNanos()) {
      LockSupport.parkNanos(GLANCE_NANOS);
      watch.look();
    }
  }

  /** Whether the texts that follow have left as well. */
  private boolean isFollowedUp() throws IOException {
    return moment.trouble() != Trouble.REFUSES
        || !world.provider(Channel.SMS).taken().keySet().stream()
            .filter(tried::contains)
            .toList()
            .isEmpty();
  }

  /** Whether the webhooks of what has left have come. */
  private boolean isTold() throws IOException {
    var told = world.sink().taken().keySet();
    return watch.stateByText().entrySet().stream()
        .filter(text -> text.getValue().equals("sent"))
        .allMatch(text -> told.contains(text.getKey()));
  }

  private void within(Duration limit, long begun, String complaint) {
    if (System.nanoTime() - begun > limit.toNanos()) {
      throw new IllegalStateException(name + ": " + complaint);
    }
    LockSupport.parkNanos(GLANCE_NANOS);
  }
}
