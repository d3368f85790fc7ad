package io.tuco.camel.channel;

import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.message.Send;
import java.time.Clock;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Joins the answers about several chats; one that is missing makes the whole a silence, and so does
 * one of a device whose clock turns out to be further behind than the question allowed for.
 */
record GatherRows(RelayAnswers answers, DeviceClocks clocks, Clock clock)
    implements AggregationStrategy {

  @Override
  public Exchange aggregate(@Nullable Exchange earlier, Exchange latest) {
    var verify = latest.getVariable("tuco-verify", DispatchCommand.Verify.class);
    var known = verify.message().progress().send().map(Send::addresses).orElseGet(List::of);
    var device = ((Sender.OverDevice) verify.sender()).device();
    var answer = latest.getMessage().getBody(OutboundAnswer.class);
    var rows =
        clocks.note(device, answer, clock.instant())
            ? answers.rows(answer, known)
            : DeviceRows.silence();
    var all = earlier == null ? rows : earlier.getMessage().getBody(DeviceRows.class).and(rows);
    latest.getMessage().setBody(all);
    return latest;
  }
}
