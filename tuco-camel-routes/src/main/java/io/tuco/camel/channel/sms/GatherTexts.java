package io.tuco.camel.channel.sms;

import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Joins the answers about several addresses; one that is missing makes the whole a silence. */
record GatherTexts(TwilioRows rows) implements AggregationStrategy {

  static final String VERIFY = "tuco-sms-verify";

  @Override
  public Exchange aggregate(@Nullable Exchange earlier, Exchange latest) {
    var attempt =
        latest
            .getVariable(VERIFY, DispatchCommand.Verify.class)
            .message()
            .progress()
            .send()
            .orElseThrow();
    var found = rows.of(latest.getMessage().getBody(OutboundAnswer.class), attempt);
    var all = earlier == null ? found : earlier.getMessage().getBody(DeviceRows.class).and(found);
    latest.getMessage().setBody(all);
    return latest;
  }
}
