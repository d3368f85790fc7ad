package io.tuco.camel.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.camel.channel.mail.FakeSmtp;
import io.tuco.camel.channel.mail.FakeSmtp.Stage;
import io.tuco.camel.channel.sms.FakeTwilio;
import io.tuco.camel.channel.sms.TwilioFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Pattern;

/**
 * A fake provider as a program: says where it listens, and meets the trouble that each line of its
 * input names. Ends with its input.
 */
final class ProviderProgram {

  private static final String CALM = "CALM";

  private ProviderProgram() {}

  /**
   * @param arguments {@code twilio} or {@code smtp}, and the log
   */
  public static void main(String[] arguments) throws IOException {
    var log = new SyncedLog(Path.of(arguments[1]));
    if (arguments[0].equals("twilio")) {
      twilio(log);
    } else {
      smtp(log);
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
