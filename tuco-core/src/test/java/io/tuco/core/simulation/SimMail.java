package io.tuco.core.simulation;

import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeliveryOutcome.Accepted;
import io.tuco.core.dispatch.DeliveryOutcome.NotSent;
import io.tuco.core.dispatch.DeliveryOutcome.Refused;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import io.tuco.core.dispatch.DeliveryOutcome.Unknown;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import java.time.Duration;
import java.util.function.Consumer;

/** A mail server: the connection may be lost after the final dot, and it shows nothing later. */
final class SimMail implements Provider {

  private final World world;

  SimMail(World world) {
    this.world = world;
  }

  @Override
  public void send(
      DispatchCommand.Send send, String node, String lane, Consumer<DeliveryOutcome> answer) {
    var call = new Call(world, send, node, lane, answer);
    var bad = world.isTroubled() && world.chance().hits(world.troubles().provider());
    world
        .agenda()
        .in(
            world.chance().between(Duration.ofMillis(50), Duration.ofSeconds(3)),
            () -> call.answer(bad ? badly(call) : taken(call)));
  }

  private DeliveryOutcome taken(Call call) {
    call.left();
    return new Accepted("<" + call.messageId() + "@tuco>");
  }

  private DeliveryOutcome badly(Call call) {
    return switch (world.chance().between(0, 4)) {
      case 0 -> {
        call.left();
        yield new Unknown("lost after the dot");
      }
      case 1 -> new Unknown("lost after the dot");
      case 2 -> NotSent.because("421 try later");
      case 3 -> new Refused("550 no such user", Scope.ADDRESS);
      default -> NotSent.because("The connection was refused");
    };
  }

  @Override
  public void rowsOf(DispatchCommand.Verify verify, Consumer<DeviceRows> answer) {
    throw new IllegalStateException("nobody can be asked about an e-mail");
  }
}
