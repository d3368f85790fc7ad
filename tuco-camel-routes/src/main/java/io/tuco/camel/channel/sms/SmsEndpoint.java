package io.tuco.camel.channel.sms;

import org.apache.camel.Producer;
import org.apache.camel.component.twilio.TwilioConfiguration;
import org.apache.camel.component.twilio.TwilioEndpoint;
import org.apache.camel.component.twilio.internal.TwilioApiName;

/** A method of Twilio's API that is called with a {@link TwilioCall}. */
final class SmsEndpoint extends TwilioEndpoint {

  private final SmsComponent owner;

  SmsEndpoint(
      String uri,
      SmsComponent owner,
      TwilioApiName api,
      String method,
      TwilioConfiguration configuration) {
    super(uri, owner, api, method, configuration);
    this.owner = owner;
  }

  @Override
  public Producer createProducer() {
    return new SmsProducer(this, owner);
  }
}
