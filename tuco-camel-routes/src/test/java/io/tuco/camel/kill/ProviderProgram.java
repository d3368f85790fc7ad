package io.tuco.camel.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tuco.camel.channel.mail.FakeSmtp;
import io.tuco.camel.channel.mail.FakeSmtp.Stage;
import io.tuco.camel.channel.sms.FakeTwilio;
import io.tuco.camel.channel.sms.TwilioFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * A fake provider as a program: says where it listens, and meets the trouble that each line of its
 * input names. Ends with its input.
 */
final class ProviderProgram {

  private static final String CALM = "CALM";

  private ProviderProgram() {}

  /**
   * @param arguments {@code twilio}, {@code smtp} or {@code sink}, and the log
   */
  public static void main(String[] arguments) throws IOException {
    var log = new SyncedLog(Path.of(arguments[1]));
    switch (arguments[0]) {
      case "twilio" -> twilio(log);
      case "smtp" -> smtp(log);
      default -> sink(log);
    }
    // The fakes' threads wait for clients that may be gone.
    System.exit(0);
  }

  private static void twilio(SyncedLog log) throws IOException {
    try (var twilio = new FakeTwilio(Clock.systemUTC())) {
      twilio.tells(
          request -> {
            if (request.path().contains("/Messages")) {
              log.asked();
            }
          },
          text -> log.took(text.body(), text.sid()));
      say(twilio.url());
      orders().lines().forEachOrdered(line -> obey(twilio, line));
    }
  }

  private static void obey(FakeTwilio twilio, String line) {
    if (line.equals(CALM)) {
      twilio.calm();
      return;
    }
    switch (Trouble.valueOf(line)) {
      case NONE -> {}
      case STALLS -> twilio.meets(TwilioFault.stalls());
      case WITHHOLDS -> twilio.meets(TwilioFault.takesAndStalls());
      case GARBLES -> twilio.meets(TwilioFault.takesAndFails());
      case REFUSES -> twilio.meets(TwilioFault.refuses(400, 21614));
    }
  }

  private static void smtp(SyncedLog log) throws IOException {
    try (var smtp = new FakeSmtp()) {
      smtp.tells(
          command -> {
            if (command.startsWith("MAIL")) {
              log.asked();
            }
          },
          message -> log.took(header(message, "Subject"), header(message, "Message-ID")));
      say(Integer.toString(smtp.port()));
      orders().lines().forEachOrdered(line -> obey(smtp, line));
    }
  }

  private static void obey(FakeSmtp smtp, String line) {
    if (line.equals(CALM)) {
      smtp.calm();
      return;
    }
    switch (Trouble.valueOf(line)) {
      case NONE -> {}
      case STALLS -> smtp.stallsOnceAt(Stage.RCPT);
      case WITHHOLDS -> smtp.stallsOnceAt(Stage.DOT);
      case GARBLES -> smtp.closesOnceAt(Stage.DOT);
      case REFUSES -> smtp.answersOnce(Stage.RCPT, "550 5.1.1 no such person");
    }
  }

  /**
   * Takes every webhook that is signed with the secret that was named last, and notes its text and
   * its id.
   */
  private static void sink(SyncedLog log) throws IOException {
    var secret = new AtomicReference<String>("");
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> take(exchange, secret.get(), log));
    server.start();
    say("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    orders().lines().filter(line -> line.startsWith("whsec_")).forEachOrdered(secret::set);
    server.stop(0);
  }

  private static void take(HttpExchange exchange, String secret, SyncedLog log) throws IOException {
    try (exchange) {
      var text = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      try {
        new Webhook(secret).verify(text, exchange.getRequestHeaders());
      } catch (EmptyWebhookSecretException | WebhookVerificationException e) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      log.took(
          new ObjectMapper().readTree(text).at("/message/message").asText(),
          exchange.getRequestHeaders().getFirst("webhook-id"));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private static String header(String message, String name) {
    var found = Pattern.compile("(?mi)^" + name + ":(.*(?:\r?\n[ \t].*)*)").matcher(message);
    return found.find() ? found.group(1).replaceAll("\\s+", " ").strip() : "?";
  }

  private static BufferedReader orders() {
    return new BufferedReader(new InputStreamReader(System.in, UTF_8));
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
