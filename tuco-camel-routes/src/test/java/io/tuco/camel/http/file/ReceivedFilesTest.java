package io.tuco.camel.http.file;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aDevice;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.AnswerHeaders;
import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpBody;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.intake.InboundMessage;
import io.tuco.core.intake.InboundMessage.Belonging;
import io.tuco.core.message.Arrival;
import io.tuco.core.message.Content;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.ReceivedFile;
import io.tuco.core.message.ReceivedPlace;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that came in, read where they lie (relay contract, section 6). */
final class ReceivedFilesTest {

  private static final ReceivedFile FILE =
      new ReceivedFile("A-1", Optional.of("a ü.heic"), Optional.of("image/heic"), Optional.of(9L));

  private final InMemoryStores stores = new InMemoryStores();
  private final Message message =
      new InboundMessage(
              WORKSPACE,
              MessageType.IMESSAGE,
              new PhoneNumber("+12025550143"),
              Content.text(""),
              "G-1",
              NOW,
              new Belonging(Optional.of(aLine().build().id()), Optional.empty(), Optional.empty()),
              Arrival.none().with(List.of(FILE)))
          .received(NOW, "c-1");

  @BeforeEach
  void heard() {
    stores.devices().insert(aDevice().build());
    stores.lines().insert(aLine().build());
    stores.messages().insert(message, Optional.empty(), List.of());
  }

  private FileRead read(String workspaceId, ReceivedPlace place, Instant until) {
    var url = Fixtures.fileLinks().url(workspaceId, place.asFileId(), until);
    return read(url.substring(url.lastIndexOf('/') + 1));
  }

  private FileRead read(String pass) {
    var reads = new FileReads(stores, Fixtures.fileLinks(), Clock.fixed(NOW, ZoneOffset.UTC));
    return reads.read(
        new HttpRequest(
            "GET",
            "/files/" + pass,
            List.of("files", pass),
            "",
            Map.of(),
            Map.of(),
            HttpBody.empty(),
            "tuco-file-download",
            new AnswerHeaders()));
  }

  private static int refused(FileRead read) {
    return ((FileRead.Answered) read).answer().status();
  }

  private FileRead.OnDevice wanted() {
    return (FileRead.OnDevice)
        read(WORKSPACE, new ReceivedPlace(message.id(), 0), NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void areAskedForByTheDevicesOwnId() {
    assertThat(wanted().file().id()).isEqualTo("A-1");
    assertThat(wanted().file().device()).isEqualTo(aDevice().build());
  }

  @Test
  void areNothingOfAnotherMessageWorkspaceOrPlace() {
    var later = NOW.plusSeconds(60);

    assertThat(refused(read(WORKSPACE, new ReceivedPlace(id(0xdead), 0), later))).isEqualTo(404);
    assertThat(refused(read(WORKSPACE, new ReceivedPlace(message.id(), 1), later))).isEqualTo(404);
    assertThat(refused(read(OTHER_WORKSPACE, new ReceivedPlace(message.id(), 0), later)))
        .isEqualTo(404);
    assertThat(refused(read("forged"))).isEqualTo(404);
  }

  @Test
  void areClosedWhenTheLinkHasExpired() {
    assertThat(refused(read(WORKSPACE, new ReceivedPlace(message.id(), 0), NOW))).isEqualTo(410);
  }

  @Test
  void areGivenSoThatABrowserRunsNothing() throws Exception {
    var answer = answer(new OutboundAnswer.Answered(200, Map.of(), "pixels".getBytes(UTF_8)));

    var content = answer.content().orElseThrow();
    assertThat(content.type()).isEqualTo("image/heic");
    assertThat(content.bytes().readAllBytes()).isEqualTo("pixels".getBytes(UTF_8));
    assertThat(answer.headers())
        .containsEntry("Content-Disposition", "attachment; filename*=UTF-8''a%20%C3%BC.heic")
        .containsEntry("X-Content-Type-Options", "nosniff");
  }

  @Test
  void areMissedWhereTheDeviceHasThemNoMore() {
    assertThat(answer(new OutboundAnswer.Answered(404, Map.of(), new byte[0])).status())
        .isEqualTo(404);
    assertThat(answer(new OutboundAnswer.Answered(500, Map.of(), new byte[0])).status())
        .isEqualTo(502);
    assertThat(answer(new OutboundAnswer.Failed(true, "No connection")).status()).isEqualTo(502);
  }

  private HttpAnswer answer(OutboundAnswer told) {
    return FileReads.answer(wanted(), told);
  }
}
