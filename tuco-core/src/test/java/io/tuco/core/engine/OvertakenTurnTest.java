package io.tuco.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.Availability;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeviceRow;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand.Kind;
import io.tuco.core.dispatch.LaneTurn;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.AttachmentWords;
import io.tuco.core.intake.RecipientWords;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.intake.WindowWords;
import io.tuco.core.message.CrmIds;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Resolution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An order that comes while the device is being asked wins over what the device then says. */
final class OvertakenTurnTest {

  private static final String ADA = "+12025550100";

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");
  private final LaneTurns turns = tuco.engine().turns();

  private static SubmitMessage aTextWithAFile() {
    return new SubmitMessage(
        Optional.of("hello"),
        Optional.empty(),
        Optional.empty(),
        RecipientWords.nobody().withPhone(ADA),
        new AttachmentWords(true, List.of(Optional.of("https://files.example/a.png")), List.of()),
        WindowWords.none(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CrmIds.none());
  }

  /** The turn of the lane up to the question about a text of unknown outcome. */
  private LaneTurn asking() {
    var claiming = turns.begin(tuco.line().laneId());
    var sending = turns.checked(turns.carryOut(claiming), Availability.AVAILABLE);
    var lost = new DeliveryOutcome.Unknown("The answer is missing");
    return turns.carryOut(turns.answered(turns.calling(sending), lost));
  }

  @Test
  void sendsNothingMoreOfAMessageThatSomebodyEnded() {
    tuco.engine().node().renew();
    var id = tuco.submits(aTextWithAFile());
    var asking = asking();
    var order = new Resolution(Resolution.Action.CONFIRM_NOT_SENT, "key-1", tuco.now());
    tuco.engine().resolutions().resolve(tuco.workspace().id(), id, order, tuco.now());

    var row = DeviceRow.text("ROW-1", "hello", Optional.of(new PhoneNumber(ADA)), 0);
    var recording = turns.verified(asking, new DeviceRows(true, List.of(row)));
    var over = turns.carryOut(recording);

    assertThat(asking.command().kind()).isEqualTo(Kind.VERIFY);
    assertThat(over.isOver()).isTrue();
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
    tuco.passes(Duration.ofMinutes(30));
    assertThat(tuco.relay().sent()).isEmpty();
    assertThat(tuco.stores().lanes().inFlight()).isEmpty();
  }
}
