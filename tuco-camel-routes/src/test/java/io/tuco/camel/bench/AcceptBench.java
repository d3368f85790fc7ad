package io.tuco.camel.bench;

import io.tuco.camel.bench.HttpLoad.Call;
import io.tuco.camel.bench.HttpLoad.Found;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * How many sends a second are accepted, beside a bare route on the same server that parses the same
 * JSON and makes one durable insert into the same store; one after the other in every round.
 */
final class AcceptBench {

  static final int CONNECTIONS = 64;

  private static final int ROUNDS = Integer.getInteger("tuco.bench.rounds", 5);
  private static final Duration ROUND =
      Duration.ofSeconds(Integer.getInteger("tuco.bench.seconds", 5));
  private static final Duration WARM_UP =
      Duration.ofSeconds(Integer.getInteger("tuco.bench.warmup", 20));

  private static final int DEVICES = 50;
  private static final String HEAP = "-Xmx2g";
  private static final Fleet.Size SIZE =
      new Fleet.Size(DEVICES, Duration.ofHours(1), Fleet.UNLIMITED);

  /** People that are sent to before anything is measured, and again then. */
  private static final int KNOWN = 2_000;

  private static final int STRANGERS = 1_000_000;

  /**
   * Rates and latencies, medians of the rounds, and the commands of one accept.
   *
   * @param known sends to leads that are known
   * @param strangers sends that make a lead
   */
  record Result(Rate bare, Rate known, Rate strangers, Share ofKnown, Share ofStrangers) {}

  /**
   * Of the answers of one kind.
   *
   * @param cost milliseconds of processor time for each, of server and generator together
   */
  record Rate(double perSecond, double p50, double p99, double cost) {}

  private record Round(Found found, Duration processorTime) {
    double cost() {
      return processorTime.toNanos() / 1e6 / found.millis().size();
    }
  }

  /** Commands of a number of accepts. */
  record Share(Tally commands, long accepts) {}

  private interface Experiment<T> {
    T on(AcceptBench bench) throws IOException;
  }

  private final Laboratory laboratory;
  private final HttpLoad load;
  private final List<Round> bares = new ArrayList<>();
  private final List<Round> knowns = new ArrayList<>();
  private final List<Round> strangers = new ArrayList<>();

  private AcceptBench(Laboratory laboratory, HttpLoad load) {
    this.laboratory = laboratory;
    this.load = load;
  }

  static Result run() throws IOException {
    var commands = on(Laboratory.open(SIZE, HEAP), AcceptBench::counted);
    return on(
        Laboratory.openUncounted(SIZE, HEAP),
        bench -> bench.measured(commands.get(0), commands.get(1)));
  }

  private static <T> T on(Laboratory opened, Experiment<T> experiment) throws IOException {
    try (var laboratory = opened;
        var load = new HttpLoad(laboratory.url(), laboratory.fleet().key())) {
      // Devices that rest leave the machine to the accepts.
      laboratory.sendFromEveryLine("");
      laboratory.letDevicesRest();
      laboratory.sendFromEveryLine("");
      return experiment.on(new AcceptBench(laboratory, load));
    }
  }

  /** Of accepts to people who are known, and to others. */
  private List<Share> counted() throws IOException {
    load.run(CONNECTIONS, WARM_UP.dividedBy(2), this::known);
    return List.of(counted(this::known), counted(this::stranger));
  }

  private Result measured(Share ofKnown, Share ofStrangers) {
    load.run(CONNECTIONS, WARM_UP, this::known);
    load.run(CONNECTIONS, WARM_UP, this::stranger);
    load.run(CONNECTIONS, WARM_UP.dividedBy(2), this::bare);
    for (var round = 0; round < ROUNDS; round++) {
      bares.add(round(this::bare));
      knowns.add(round(this::known));
      strangers.add(round(this::stranger));
    }
    return new Result(rate(bares), rate(knowns), rate(strangers), ofKnown, ofStrangers);
  }

  private Round round(LongFunction<Call> calls) {
    var before = laboratory.processorTime();
    var found = load.run(CONNECTIONS, ROUND, calls);
    return new Round(found, laboratory.processorTime().minus(before));
  }

  private Share counted(LongFunction<Call> calls) throws IOException {
    var before = laboratory.commands();
    var found = load.run(CONNECTIONS, Duration.ofSeconds(2), calls);
    return new Share(laboratory.commands().since(before), found.millis().size());
  }

  private Call bare(long number) {
    return new Call(BareRoute.PATH, body(number, person(number % KNOWN)), Map.of());
  }

  private Call known(long number) {
    return accept(number, person(number % KNOWN));
  }

  private Call stranger(long number) {
    return accept(number, person(STRANGERS + number));
  }

  private Call accept(long number, String person) {
    return new Call("/api/messages", body(number, person), Map.of());
  }

  /** Its own words: the same ones to the same phone would be a double send. */
  private String body(long number, String person) {
    return "{\"message\":\"Good morning {{firstName|there}}, this is number %d.\",\"recipientPhone\":\"%s\",\"recipientName\":\"Sample Person\",\"fromLineId\":\"%s\",\"batchId\":\"bench\"}"
        .formatted(number, person, laboratory.fleet().lines().get((int) (number % DEVICES)));
  }

  private static String person(long number) {
    return Fleet.person((int) number);
  }

  private static Rate rate(List<Round> rounds) {
    rounds.forEach(round -> check(round.found()));
    return new Rate(
        median(rounds, round -> round.found().perSecond()),
        median(rounds, round -> round.found().millis().at(0.5)),
        median(rounds, round -> round.found().millis().at(0.99)),
        median(rounds, Round::cost));
  }

  private static double median(List<Round> rounds, Function<Round, Double> figure) {
    return Quantiles.of(rounds.stream().map(figure).toList()).median();
  }

  private static void check(Found found) {
    if (found.statuses().keySet().stream().anyMatch(status -> status != 200 && status != 201)) {
      throw new IllegalStateException("answers: " + found.statuses());
    }
  }
}
