package io.tuco.camel.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.camel.FailurePolicies;
import io.tuco.camel.dispatch.Ticks;
import io.tuco.camel.mongo.MongoSettings;
import io.tuco.camel.mongo.MongoStores;
import io.tuco.camel.outbound.OutboundClients;
import io.tuco.core.SortableIds;
import io.tuco.core.crm.CrmConnectors;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.ToyCrm;
import io.tuco.core.secret.SecretBox;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * A node that speaks with the toy CRM and reads its contacts, as a process of its own. It answers a
 * line with a line.
 */
final class CrmNode {

  static final String DATABASE = "tuco";
  static final byte[] KEY = new byte[32];
  static final String MARK = "node: ";
  private static final int MEGABYTE = 1024 * 1024;

  private CrmNode() {}

  public static void main(String[] arguments) throws Exception {
    var context = new DefaultCamelContext();
    var stores = MongoStores.open(context, MongoSettings.of(arguments[0], DATABASE));
    context.addRoutesConfigurations(FailurePolicies.standard());
    var vertx = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));
    OutboundClients.install(context, vertx, Duration.ofSeconds(5));
    var random = new SecureRandom();
    var clock = Clock.systemUTC();
    var speaking =
        Speaking.installOn(
            context,
            new CrmParts(
                CrmConnectors.of(List.of(new ToyCrm()), crm -> name -> Optional.empty()),
                stores,
                new SecretBox(KEY, random),
                Map.of("toy", URI.create(arguments[1])),
                new SortableIds(clock, random),
                "node_" + ProcessHandle.current().pid(),
                clock,
                System::nanoTime,
                random,
                CrmLimits.documented(),
                Ticks.trigger("crm-sync", Duration.ofMillis(500))));
    context.start();
    say("ready");
    var asked = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (var line = asked.readLine(); line != null; line = asked.readLine()) {
      say(line.equals("heap") ? heap() : verified(speaking, stores, line));
    }
    System.exit(0);
  }

  /** How many of so many dialogues at once came to their end. */
  private static String verified(Speaking speaking, MongoStores stores, String line)
      throws InterruptedException {
    var words = line.split(" ");
    var connection = stores.connections().find(words[0]).orElseThrow();
    var times = Integer.parseInt(words[1]);
    var good = new AtomicInteger();
    var left = new CountDownLatch(times);
    for (var i = 0; i < times; i++) {
      speaking
          .crms()
          .hold(
              connection,
              connector -> connector.verify(new CrmContext(connection, "US", Instant.now())),
              end -> {
                if (end instanceof Dialogue.Ended) {
                  good.incrementAndGet();
                }
                left.countDown();
              });
    }
    return left.await(60, TimeUnit.SECONDS) ? String.valueOf(good.get()) : "late";
  }

  private static String heap() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return String.valueOf((runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE);
  }

  private static void say(String line) {
    System.out.println(MARK + line);
  }
}
