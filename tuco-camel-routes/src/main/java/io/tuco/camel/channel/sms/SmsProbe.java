package io.tuco.camel.channel.sms;

import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundAnswer.Answered;
import io.tuco.camel.outbound.OutboundAnswer.Failed;
import io.tuco.core.line.DeviceProbe;

/** Whether an account's credentials are good, by the answer to a list of its messages. */
record SmsProbe(TwilioReplyCodec replies) {

  DeviceProbe of(OutboundAnswer answer) {
    if (answer instanceof Failed failed) {
      return new DeviceProbe.NoAnswer(failed.reason());
    }
    var answered = (Answered) answer;
    if (answered.status() == 401) {
      return new DeviceProbe.CredentialsRefused();
    }
    return isList(answered)
        ? new DeviceProbe.Answered(false, 0)
        : new DeviceProbe.NoAnswer("HTTP " + answered.status() + " without a list of messages");
  }

  private boolean isList(Answered answered) {
    return answered.status() == 200
        && replies.read(answered.body()).flatMap(TwilioReply::page).isPresent();
  }
}
