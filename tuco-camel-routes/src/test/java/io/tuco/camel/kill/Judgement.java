package io.tuco.camel.kill;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares what the API says in the end with what the providers have on disk. */
final class Judgement {

  private final KillWorld world;
  private final Moment moment;
  private final Channel channel;
  private final Provider provider;
  private final Watch watch;

  Judgement(KillWorld world, Moment moment, Channel channel, Watch watch) {
    this.world = world;
    this.moment = moment;
    this.channel = channel;
    this.provider = world.provider(channel);
    this.watch = watch;
  }

  Result of(List<String> tried, Duration recovery) throws IOException {
    var complaints = new ArrayList<String>();
    var states = watch.stateByText();
    var lost = new HashSet<String>();
    var doubled = new HashSet<String>();
    var sent = 0;
    var told = 0;
    for (var text : tried) {
      var copies = copiesOf(text);
      var state = states.getOrDefault(text, "not accepted");
      if (states.containsKey(text) && isLost(state, copies)) {
        lost.add(text);
        complaints.add(text + " is " + state + " with " + copies.size() + " copies");
      }
      if (copies.size() > 1 && !isFairRepeat(text, copies)) {
        doubled.add(text);
        complaints.add(text + " left " + copies.size() + " times: " + copies);
      }
      sent += copies.isEmpty() ? 0 : 1;
      told += told(text, state, copies, complaints);
    }
    return new Result(
        moment,
        channel,
        sent,
        told,
        lost.size(),
        doubled.size(),
        watch.inDoubt().size(),
        (int) watch.unknown(),
        recovery,
        complaints);
  }

  /** How many webhooks came of it: at least one, and all of them the same one. */
  private int told(String text, String state, List<String> copies, List<String> complaints)
      throws IOException {
    var webhooks = world.sink().taken().getOrDefault(text, List.of());
    if (webhooks.isEmpty() && state.equals("sent") && !copies.isEmpty()) {
      complaints.add("nobody was told of " + text);
    }
    if (Set.copyOf(webhooks).size() > 1) {
      complaints.add(text + " was told under several ids: " + webhooks);
    }
    return webhooks.size();
  }

  /** Whether it did not arrive, or nobody can see that it has. */
  private static boolean isLost(String state, List<String> copies) {
    return copies.isEmpty()
        || !Set.of("sent", "delivered", "fallback", "failed", "unknown").contains(state);
  }

  /** An e-mail of unknown outcome is repeated once, under the same Message-ID. */
  private boolean isFairRepeat(String text, List<String> copies) {
    return channel == Channel.EMAIL
        && copies.size() == 2
        && Set.copyOf(copies).size() == 1
        && watch.inDoubt().contains(text);
  }

  /** At its own provider, or as a text that follows. */
  private List<String> copiesOf(String text) throws IOException {
    var copies = new ArrayList<>(provider.taken().getOrDefault(text, List.of()));
    if (channel != Channel.SMS) {
      copies.addAll(world.provider(Channel.SMS).taken().getOrDefault(text, List.of()));
    }
    return copies;
  }
}
