package io.tuco.core.simulation;

import io.tuco.core.address.Address;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.message.Part;
import io.tuco.core.simulation.log.Entry;
import java.time.Duration;
import java.util.function.Consumer;

/** One call as the provider sees it, from its first byte to its answer. */
final class Call {

  private final World world;
  private final DispatchCommand.Send command;
  private final Consumer<DeliveryOutcome> caller;
  private final String id;
  private boolean answered;
  private boolean stopped;

  Call(
      World world,
      DispatchCommand.Send command,
      String node,
      String lane,
      Consumer<DeliveryOutcome> caller) {
    this.world = world;
    this.command = command;
    this.caller = caller;
    this.id = world.nextReference("call-");
    var send = command.message().progress().send().orElseThrow();
    world
        .chronicle()
        .add(
            new Entry.Called(
                world.clock().moment(),
                id,
                node,
                lane,
                command.message().origin().lineId(),
                command.message().id(),
                send.id(),
                command.part().number(),
                send.parts().size(),
                command.address().value()));
  }

  Address address() {
    return command.address();
  }

  Part part() {
    return command.part();
  }

  String text() {
    return part().isText() ? command.message().progress().send().orElseThrow().text() : "";
  }

  String sendId() {
    return command.message().progress().send().orElseThrow().id();
  }

  String token() {
    return command.message().progress().send().orElseThrow().token(part());
  }

  String messageId() {
    return command.message().id();
  }

  /** What was to leave and has not will not leave any more. */
  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  boolean isAnswered() {
    return answered;
  }

  void left() {
    world.chronicle().add(new Entry.Left(world.clock().moment(), id));
  }

  void returned() {
    world.chronicle().add(new Entry.Returned(world.clock().moment(), id));
  }

  /** The first answer counts; nobody may be there to hear it. */
  void answer(DeliveryOutcome outcome) {
    if (!answered) {
      answered = true;
      var kind = Entry.Answer.valueOf(outcome.kind().name());
      world.chronicle().add(new Entry.Answered(world.clock().moment(), id, kind));
      world.agenda().in(Duration.ZERO, () -> caller.accept(outcome));
    }
  }
}
