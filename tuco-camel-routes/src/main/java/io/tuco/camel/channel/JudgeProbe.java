package io.tuco.camel.channel;

import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.core.line.Device;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Puts the health after the probe in the body; the device stands in a variable. */
record JudgeProbe(RelayAnswers answers, DeviceClocks clocks, Clock clock) implements Processor {

  @Override
  public void process(Exchange exchange) {
    var device = exchange.getVariable("tuco-device", Device.class);
    var answer = exchange.getMessage().getBody(OutboundAnswer.class);
    clocks.note(device, answer, clock.instant());
    var probe = answers.probe(answer);
    exchange.getMessage().setBody(device.health().after(probe, clock.instant()));
  }
}
