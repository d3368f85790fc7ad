package io.tuco.core.simulation;

import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeliveryOutcome.Accepted;
import io.tuco.core.dispatch.DeliveryOutcome.NotSent;
import io.tuco.core.dispatch.DeliveryOutcome.Refused;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import io.tuco.core.dispatch.DeliveryOutcome.Unknown;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.message.Send;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Twilio: what it takes it lists at once, but its answer may be lost or say the opposite. */
final class SimSms implements Provider {

  private static final Duration LOOK_BACK = Duration.ofSeconds(15);

  private final World world;
  private final List<SimRow> rows = new ArrayList<>();
  private boolean silent;

  SimSms(World world) {
    this.world = world;
  }

  void isSilent(boolean now) {
    silent = now;
  }

  @Override
  public void send(
      DispatchCommand.Send send, String node, String lane, Consumer<DeliveryOutcome> answer) {
    var call = new Call(world, send, node, lane, answer);
    if (world.isTroubled() && world.chance().hits(world.troubles().provider())) {
      badly(call);
      return;
    }
    after(quick(), () -> call.answer(new Accepted(takes(call))));
  }

  private void badly(Call call) {
    switch (world.chance().between(0, 7)) {
      case 0 -> {
        after(quick(), () -> takes(call));
        after(Duration.ofSeconds(30), () -> call.answer(new Unknown("The deadline passed")));
      }
      case 1 ->
          after(Duration.ofSeconds(30), () -> call.answer(new Unknown("The deadline passed")));
      case 2 -> {
        after(quick(), () -> takes(call));
        after(Duration.ofSeconds(5), () -> call.answer(new Unknown("502")));
      }
      case 3 -> after(quick(), () -> call.answer(new Unknown("500")));
      case 4 ->
          after(
              quick(),
              () -> call.answer(new NotSent("429", false, Optional.of(Duration.ofSeconds(2)))));
      case 5 -> after(quick(), () -> call.answer(new Refused("21211", Scope.ADDRESS)));
      case 6 -> after(quick(), () -> call.answer(new Refused("21610", Scope.PERSON)));
      default ->
          after(
              quick(),
              () -> {
                var sid = takes(call);
                call.answer(new Accepted(sid));
                call.returned();
                world.news(
                    node -> node.engine().lateNews().failed(sid, "30005", false, world.now()));
              });
    }
  }

  private String takes(Call call) {
    var row = new SimRow(call, world.nextReference("SM"), world.clock().deviceTime(), 0);
    rows.add(row);
    call.left();
    world.tellsOf(call, row.reference());
    return row.reference();
  }

  @Override
  public void rowsOf(DispatchCommand.Verify verify, Consumer<DeviceRows> answer) {
    var started = verify.message().progress().send().map(Send::startedAt).orElseThrow();
    var earliest = started.minus(LOOK_BACK).minus(world.clockTolerance());
    after(
        quick(),
        () ->
            answer.accept(
                silent
                    ? DeviceRows.silence()
                    : new DeviceRows(true, SimRow.shown(rows, earliest))));
  }

  private Duration quick() {
    return world.chance().between(Duration.ofMillis(50), Duration.ofSeconds(2));
  }

  private void after(Duration wait, Runnable action) {
    world.agenda().in(wait, action);
  }
}
