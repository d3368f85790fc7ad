package io.tuco.camel.channel.sms;

import java.util.List;
import java.util.Map;

/**
 * One call to Twilio, in the name of one account.
 *
 * @param arguments what Twilio's library is to build the request from, by its own names and types
 * @param exact parameters that the library would change on the way (it drops the text {@code null},
 *     and refuses a URL that is no URI); they are put in as they stand here
 */
record TwilioCall(
    String accountSid,
    String token,
    Map<String, Object> arguments,
    Map<String, List<String>> exact) {

  TwilioCall {
    arguments = Map.copyOf(arguments);
    exact = Map.copyOf(exact);
  }

  @Override
  public String toString() {
    return "Twilio •••";
  }
}
