package io.tuco.camel.channel.sms;

import static io.tuco.camel.channel.sms.TwilioError.Meaning.ADDRESS;
import static io.tuco.camel.channel.sms.TwilioError.Meaning.CREDENTIALS;
import static io.tuco.camel.channel.sms.TwilioError.Meaning.LATER;
import static io.tuco.camel.channel.sms.TwilioError.Meaning.MESSAGE;
import static io.tuco.camel.channel.sms.TwilioError.Meaning.PERSON;
import static io.tuco.camel.channel.sms.TwilioError.Meaning.SENDER;
import static io.tuco.camel.channel.sms.TwilioError.Meaning.UNSURE;

import java.time.Duration;
import java.util.Optional;

/**
 * What Twilio's error codes mean when a text is handed over (Twilio contract, section 3), one row
 * per code. Texts of the vendor are neither read nor passed on: they change, and they name numbers.
 *
 * @param pause how long to wait before the next try, for {@code LATER}
 */
record TwilioError(int code, Meaning meaning, String sentence, Optional<Duration> pause) {

  /** How far a code reaches. */
  enum Meaning {
    /** This number cannot be reached by text. */
    ADDRESS,
    /** The person has opted out. */
    PERSON,
    /** This text, wherever it goes. */
    MESSAGE,
    /** This sender or account as it is set up, whatever it sends. */
    SENDER,
    /** Account and token do not fit. */
    CREDENTIALS,
    /** Nothing is wrong but the moment. */
    LATER,
    /** Twilio does not know itself. */
    UNSURE
  }

  /** A full queue takes up to ten hours to empty; five minutes later some of it has left. */
  private static final Duration QUEUE_PAUSE = Duration.ofMinutes(5);

  /** The window that the limit on replies counts in. */
  private static final Duration REPLIES_PAUSE = Duration.ofSeconds(30);

  static TwilioError of(int code) {
    return switch (code) {
      case 21211 -> row(code, ADDRESS, "The number is not valid");
      case 21614 -> row(code, ADDRESS, "The number cannot receive texts");
      case 21635 -> row(code, ADDRESS, "The number is a landline");
      case 21601, 21604 -> row(code, ADDRESS, "The number is missing or cannot be used");
      case 21610 -> row(code, PERSON, "The recipient has opted out");
      case 21602 -> row(code, MESSAGE, "The text is empty");
      case 21617 -> row(code, MESSAGE, "The text is too long");
      case 21620, 12300 -> row(code, MESSAGE, "An attachment cannot be sent");
      case 21408 -> row(code, SENDER, "Texts to this country are not enabled");
      case 21606, 21659, 21660 -> row(code, SENDER, "The sender's number cannot be used");
      case 21612 -> row(code, SENDER, "The sender cannot reach this number");
      case 20404 -> row(code, SENDER, "Twilio does not know the account or sender");
      case 30002 -> row(code, SENDER, "The account is suspended");
      case 30034 -> row(code, SENDER, "The sender is not registered for this country");
      case 63038 -> row(code, SENDER, "The account has reached its limit of today");
      case 20003 -> row(code, CREDENTIALS, "Twilio refused the credentials");
      case 20429 -> row(code, LATER, "Twilio asks for fewer requests");
      case 21611 -> later(code, "The sender's queue is full", QUEUE_PAUSE);
      case 14107 -> later(code, "Too many replies to this number", REPLIES_PAUSE);
      case 20500, 20503 -> row(code, UNSURE, "Twilio reported an error of its own");
      case 30003 -> row(code, MESSAGE, "The phone could not be reached");
      case 30004 -> row(code, MESSAGE, "The text was blocked");
      case 30005 -> row(code, MESSAGE, "The number is not known to its carrier");
      case 30006 -> row(code, MESSAGE, "The carrier cannot be reached or the number is a landline");
      case 30007 -> row(code, MESSAGE, "The text was filtered as spam");
      default -> row(code, MESSAGE, "Twilio refused the text");
    };
  }

  String reason() {
    return sentence + " (" + code + ")";
  }

  private static TwilioError row(int code, Meaning meaning, String sentence) {
    return new TwilioError(code, meaning, sentence, Optional.empty());
  }

  private static TwilioError later(int code, String sentence, Duration pause) {
    return new TwilioError(code, LATER, sentence, Optional.of(pause));
  }
}
