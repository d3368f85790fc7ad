package io.tuco.core.simulation;

import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import java.util.function.Consumer;

/** Whoever takes messages; answers when it likes. */
interface Provider {

  /**
   * @param node the process that calls
   * @param lane the lane that it calls for
   */
  void send(DispatchCommand.Send send, String node, String lane, Consumer<DeliveryOutcome> answer);

  /** What it shows of its own messages. */
  void rowsOf(DispatchCommand.Verify verify, Consumer<DeviceRows> answer);
}
