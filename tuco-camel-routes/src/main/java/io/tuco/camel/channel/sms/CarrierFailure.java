package io.tuco.camel.channel.sms;

import io.tuco.core.line.SenderFault;
import io.tuco.core.line.SenderFault.Lasts;
import java.util.Optional;

/**
 * What a status callback's {@code ErrorCode} says about a text that Twilio had taken (Twilio
 * contract, section 3). Nothing follows by itself: its message has failed (settled answer 12).
 *
 * @param reason a sentence with the code, for {@code errorMessage}
 * @param fault present when nothing of this sender arrives
 */
public record CarrierFailure(String reason, Optional<SenderFault> fault) {

  /** One row per code; a code that nobody thought of concerns this text alone. */
  public static CarrierFailure of(int code) {
    return switch (code) {
      case 30001 -> ofText("Twilio's queue overflowed", code);
      case 30008 -> ofText("The carrier gave no reason", code);
      case 63017 -> ofText("The account sends too fast", code);
      case 63038 -> ofSender(code, Lasts.A_DAY);
      case 20003 -> ofSender(code, Lasts.UNTIL_PROBED);
      case 20404, 21408, 21606, 21612, 21659, 21660, 30002, 30034 ->
          ofSender(code, Lasts.UNTIL_CHANGED);
      default -> new CarrierFailure(TwilioError.of(code).reason(), Optional.empty());
    };
  }

  private static CarrierFailure ofText(String sentence, int code) {
    return new CarrierFailure(sentence + " (" + code + ")", Optional.empty());
  }

  private static CarrierFailure ofSender(int code, Lasts lasts) {
    var reason = TwilioError.of(code).reason();
    return new CarrierFailure(reason, Optional.of(new SenderFault(reason, lasts)));
  }
}
