package io.tuco.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.DeviceRow;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.Verification;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.message.Message;
import io.tuco.core.message.Part;
import io.tuco.core.message.Send;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which row of the device is the part that nobody knows about (relay contract, section 5). */
final class ReconciliationTest {

  private static final Instant NOW = Fixtures.NOW;
  private static final PhoneNumber ADA = new PhoneNumber("+12025550100");
  private static final PhoneNumber BOB = new PhoneNumber("+12025550999");
  private static final Part FILE = Part.file(1, new Part.PartFile(0, "a.png", 1_000, "image/png"));

  private final Stores stores = new InMemoryStores();
  private final Reconciliation reconciliation = new Reconciliation(stores.messages());

  private static Message sending() {
    var parts = List.of(Part.text(0), FILE);
    var send = new Send("send-1", "hello", List.of(ADA), parts, NOW, Optional.empty());
    return Fixtures.aMessage().build().sending(send, NOW);
  }

  private static DeviceRow text(String reference, String text, PhoneNumber to) {
    return DeviceRow.text(reference, text, Optional.of(to), 0);
  }

  private static DeviceRow file(String reference, String name, Optional<Long> bytes) {
    var listed = List.of(new DeviceRow.File(name, bytes));
    return new DeviceRow(reference, "", listed, Optional.of(ADA), 0);
  }

  private Verification judge(Message message, DeviceRow... rows) {
    return reconciliation.judge(message, new DeviceRows(true, List.of(rows)));
  }

  private static Verification found(String reference) {
    return new Verification.Found(reference, 0, Optional.of(ADA));
  }

  @Test
  void tellsAbsenceFromSilence() {
    assertThat(judge(sending())).isEqualTo(new Verification.Absent());
    assertThat(reconciliation.judge(sending(), DeviceRows.silence()))
        .isEqualTo(new Verification.Silent());
  }

  @Test
  void believesARowEvenWhenAnotherQuestionHadNoAnswer() {
    var rows = new DeviceRows(false, List.of(text("ROW-1", "hello", ADA)));

    assertThat(reconciliation.judge(sending(), rows)).isEqualTo(found("ROW-1"));
  }

  @Test
  void takesTheExactTextToOneOfItsAddresses() {
    assertThat(
            judge(
                sending(),
                text("ROW-1", "Hello", ADA),
                text("ROW-2", "hello ", ADA),
                text("ROW-3", "hello", BOB),
                text("ROW-4", "hello", ADA)))
        .isEqualTo(found("ROW-4"));
  }

  @Test
  void takesARowThatDoesNotSayWhomItIsTo() {
    var row = DeviceRow.text("ROW-1", "hello", Optional.empty(), 0);

    assertThat(judge(sending(), row))
        .isEqualTo(new Verification.Found("ROW-1", 0, Optional.empty()));
  }

  @Test
  void leavesOtherMessagesTheirRows() {
    var other =
        Fixtures.aMessage()
            .withId(Fixtures.id(0xe9))
            .inAttempt("send-0")
            .build()
            .sent("ROW-1", NOW);
    stores.messages().insert(other, Optional.empty(), List.of());

    assertThat(judge(sending(), text("ROW-1", "hello", ADA), text("ROW-2", "hello", ADA)))
        .isEqualTo(found("ROW-2"));
  }

  @Test
  void leavesWhatFailedEarlierWhereItIs() {
    assertThat(judge(sending(), failed("ROW-1", 22), text("ROW-2", "hello", ADA)))
        .isEqualTo(found("ROW-2"));
    assertThat(judge(sending(), failed("ROW-1", 22), failed("ROW-2", 4)))
        .isEqualTo(new Verification.Found("ROW-2", 4, Optional.of(ADA)));
  }

  private static DeviceRow failed(String reference, int error) {
    return DeviceRow.text(reference, "hello", Optional.of(ADA), error);
  }

  @Nested
  class OfAFile {

    private final Message textLeft = sending().partSent(Part.text(0), ADA, "ROW-1", NOW);

    @Test
    void takesTheFileOfItsNameAndSize() {
      assertThat(
              judge(
                  textLeft,
                  text("ROW-1", "hello", ADA),
                  file("ROW-2", "b.png", Optional.of(1_000L)),
                  file("ROW-3", "a.png", Optional.of(999L)),
                  file("ROW-4", "a.png", Optional.of(1_000L))))
          .isEqualTo(found("ROW-4"));
    }

    @Test
    void takesTheNameAloneWhereTheDeviceTellsNoSize() {
      assertThat(judge(textLeft, file("ROW-2", "a.png", Optional.empty())))
          .isEqualTo(found("ROW-2"));
    }

    @Test
    void neverTakesTheTextForTheFile() {
      assertThat(judge(textLeft, text("ROW-9", "hello", ADA), text("ROW-8", "", ADA)))
          .isEqualTo(new Verification.Absent());
    }

    @Test
    void neverTakesTheFileForTheText() {
      assertThat(judge(sending(), file("ROW-2", "a.png", Optional.of(1_000L))))
          .isEqualTo(new Verification.Absent());
    }
  }
}
