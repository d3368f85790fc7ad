package io.tuco.camel.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Prints what dispatch costs on this machine beside what is aimed at; asserts nothing. All parts,
 * or those named by the arguments: {@code accept}, {@code waiting}, {@code webhooks}, {@code
 * lateness}, {@code gated}, {@code throughput}.
 */
final class DispatchBenchmark {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final String ROW = "| %-58s | %14s | %-12s |%n";

  private DispatchBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    var parts = String.join(" ", arguments);
    print("embedded store", "found", "aim");
    if (isAsked(parts, "accept")) {
      accept(AcceptBench.run());
    }
    if (isAsked(parts, "waiting")) {
      waiting(WaitingBench.run());
    }
    if (isAsked(parts, "webhooks")) {
      webhooks(WebhookBench.run());
    }
    if (isAsked(parts, "lateness")) {
      lateness(LatenessBench.with(1_000), LatenessBench.with(GatedBench.MANY));
    }
    if (isAsked(parts, "gated")) {
      gated(GatedBench.byTime());
      gated(GatedBench.byCap());
    }
    if (isAsked(parts, "throughput")) {
      throughput(ThroughputBench.run());
    }
  }

  private static boolean isAsked(String parts, String part) {
    return parts.isBlank() || parts.contains(part);
  }

  private static void accept(AcceptBench.Result found) {
    rate("bare route: parse, one durable insert", found.bare());
    rate("accept, the lead is known", found.known());
    rate("accept, the lead is new", found.strangers());
    var bare = found.bare().perSecond();
    print("known ÷ bare", number("%.2f", found.known().perSecond() / bare), ">= 0.35");
    print("new ÷ bare", number("%.2f", found.strangers().perSecond() / bare), "");
    var cost = found.bare().cost();
    print("the same by processor time, known", number("%.2f", cost / found.known().cost()), "");
    print("the same by processor time, new", number("%.2f", cost / found.strangers().cost()), "");
    commands("known lead", found.ofKnown());
    commands("new lead", found.ofStrangers());
  }

  private static void rate(String what, AcceptBench.Rate found) {
    var who = what + ", " + AcceptBench.CONNECTIONS + " connections: ";
    print(who, number("%.0f/s", found.perSecond()), "");
    print("  p50", number("%.1f ms", found.p50()), "");
    print("  p99", number("%.1f ms", found.p99()), "<= 60 ms");
    print("  processor time", number("%.3f ms", found.cost()), "");
  }

  private static void commands(String who, AcceptBench.Share share) {
    print("commands per accept, " + who, share(share.commands().total(), share.accepts()), "");
    share
        .commands()
        .counts()
        .forEach((name, count) -> print("  " + name, share(count, share.accepts()), ""));
  }

  private static void waiting(WaitingBench.Result found) {
    print("others alone, p50", number("%.2f ms", found.p50Alone()), "");
    print("others alone, p99", number("%.2f ms", found.p99Alone()), "");
    print(
        "beside " + WaitingBench.WAITING + " who wait, p50",
        number("%.2f ms", found.p50Beside()),
        "");
    print(
        "beside " + WaitingBench.WAITING + " who wait, p99",
        number("%.2f ms", found.p99Beside()),
        "");
    print("ratio of the p99", number("%.2f", found.p99Beside() / found.p99Alone()), "<= 1.10");
    print(
        "callers that waited to the end",
        Integer.toString(found.waited()),
        "" + WaitingBench.WAITING);
  }

  private static void webhooks(WebhookBench.Result found) {
    var fast = WebhookBench.FAST + " fast endpoints";
    var hanging = "beside " + WebhookBench.HANGING + " that hang";
    print(fast + ", a burst, deliveries", number("%.0f/s", found.perSecondAlone()), ">= 1000/s");
    print(
        hanging + ", a burst, deliveries", number("%.0f/s", found.perSecondBeside()), ">= 1000/s");
    print("CPU of the server for one of them", number("%.2f ms", found.cpu()), "");
    var steady = fast + ", " + WebhookBench.perSecond() + "/s: ";
    print(steady + "p50", number("%.1f ms", found.p50Alone()), "");
    print(steady + "p99", number("%.1f ms", found.p99Alone()), "<= 250 ms");
    print(hanging + ", p50", number("%.1f ms", found.p50Beside()), "");
    print(hanging + ", p99", number("%.1f ms", found.p99Beside()), "<= 250 ms");
    print("ratio of the p99, round by round", number("%.2f", found.ratio()), "<= 1.10");
    print("share of what was expected that came", number("%.3f", found.arrived()), "1.000");
  }

  private static void lateness(LatenessBench.Result few, LatenessBench.Result many) {
    lateness(few);
    lateness(many);
    print("ratio of the p99", number("%.2f", many.p99() / few.p99()), "<= 1.5");
  }

  private static void lateness(LatenessBench.Result found) {
    var who = LatenessBench.LANES + " lanes, " + found.waiting() + " waiting: ";
    print(who + "lane ready to relay call, p50", number("%.1f ms", found.p50()), "");
    print(who + "p99", number("%.1f ms", found.p99()), "<= 50 ms");
    print(who + "max", number("%.1f ms", found.max()), "");
    print(who + "shortest", number("%.1f ms", found.shortest()), "> -1 ms");
    print(who + "calls seen", Integer.toString(found.calls()), "");
    print(who + "used heap after a collection", found.heap() + " MiB", "<= 512 MiB");
  }

  private static void gated(GatedBench.Result found) {
    print(found.held() + ":", GatedBench.FEW + " / " + GatedBench.MANY, "");
    print("  texts that left all the same", Long.toString(found.left()), "0");
    var names = new TreeSet<>(found.few().counts().keySet());
    names.addAll(found.many().counts().keySet());
    for (var name : names) {
      compare("  " + name, found.few().of(name), found.many().of(name));
    }
    compare("  all commands", found.few().total(), found.many().total());
    print("  messages read whole", Long.toString(found.texts().of("messages")), "0");
  }

  private static void compare(String what, long few, long many) {
    print(what + " in 20 s, few and many", few + " / " + many, "equal");
  }

  private static void throughput(ThroughputBench.Result found) {
    var who = ThroughputBench.DEVICES + " devices, gap 0: ";
    print(who + "sends of what waits", number("%.0f/s", found.burnDown()), ">= 500/s");
    print(who + "accepted over HTTP and sent", number("%.0f/s", found.fromAccept()), "");
    print("single updates by the same store, 8 threads", found.ceiling() + "/s", "");
    print("sends per single update", number("%.3f", found.burnDown() / found.ceiling()), "");
    costs(found.commands(), found.texts());
  }

  private static void costs(Tally commands, long texts) {
    print("writes per sent message", share(commands.writes(), texts), "<= 5");
    print("reads per sent message", share(commands.reads(), texts), "<= 2");
    commands.counts().forEach((name, count) -> print("  " + name, share(count, texts), ""));
  }

  private static String share(long count, long texts) {
    return number("%.3f", (double) count / texts);
  }

  private static String number(String format, double figure) {
    return String.format(Locale.ROOT, format, figure);
  }

  private static void print(String what, String found, String aim) {
    OUT.printf(Locale.ROOT, ROW, what, found, aim);
  }
}
