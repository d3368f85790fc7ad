package io.tuco.camel.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.FailurePolicies;
import io.tuco.camel.Seams;
import io.tuco.camel.channel.RelayLimits;
import io.tuco.camel.channel.RelayRoutes;
import io.tuco.camel.outbound.OutboundClients;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.AttachmentShelf.Readiness.Ready;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeliveryOutcome.Accepted;
import io.tuco.core.dispatch.DeliveryOutcome.Kind;
import io.tuco.core.dispatch.DeviceRow;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.message.Message;
import io.tuco.core.message.Part;
import io.tuco.core.message.Send;
import io.tuco.core.secret.SecretBox;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file goes from its URL through the shelf to a relay, or is accounted for. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("long")
final class AttachmentStoryTest {

  private static final PhoneNumber ADA = new PhoneNumber("+12025550100");
  private static final byte[] PNG = "\u0089PNG\r\n\u001a\n pixels".getBytes(ISO_8859_1);
  private static final byte[] CAF = "caff\u0000\u0001 sound".getBytes(ISO_8859_1);
  private static final int LARGEST = 26_214_400;
  private static final Duration PATIENT = Duration.ofSeconds(60);
  private static final Duration IMPATIENT = Duration.ofSeconds(3);

  @TempDir Path folder;

  private final SecretBox secrets = new SecretBox(new byte[32], new Random(7));
  private final Vertx vertx = Vertx.vertx();
  private final CamelContext context = new DefaultCamelContext();
  private final FileSource source = new FileSource();
  private SimulatedMac mac;
  private LoopbackShelf shelf;

  private void starts(Duration limit) throws Exception {
    var clock = SettableClock.at(Fixtures.NOW);
    mac = new SimulatedMac(folder.resolve("mac"), clock);
    shelf = new LoopbackShelf(vertx, folder.resolve("files"));
    context.addRoutesConfigurations(FailurePolicies.standard());
    OutboundClients.install(context, vertx, Duration.ofSeconds(5));
    context.addRoutes(
        new RelayRoutes(secrets, new RelayLimits(limit, limit), shelf.files(), clock));
    context.start();
  }

  @AfterEach
  void stop() {
    context.stop();
    shelf.close();
    mac.close();
    source.close();
    vertx.close();
  }

  private Message sending(String... names) {
    var message = LoopbackShelf.message(List.of(names).stream().map(source::url).toList());
    var files = ((Ready) shelf.readyFor(message)).files();
    var parts = new ArrayList<>(List.of(Part.text(0)));
    files.forEach(file -> parts.add(Part.file(parts.size(), file)));
    return message.sending(
        new Send("send-1", "Hi", List.of(ADA), parts, Fixtures.NOW, Optional.empty()),
        Fixtures.NOW);
  }

  private DeliveryOutcome hands(Message message, int part) {
    return context
        .createProducerTemplate()
        .requestBody(
            Seams.RELAY_SEND,
            new DispatchCommand.Send(
                new Sender.OverDevice(mac.device(secrets)),
                message,
                ADA,
                message.progress().send().orElseThrow().parts().get(part)),
            DeliveryOutcome.class);
  }

  private DeviceRows asksFor(Message message) {
    return context
        .createProducerTemplate()
        .requestBody(
            Seams.RELAY_VERIFY,
            new DispatchCommand.Verify(new Sender.OverDevice(mac.device(secrets)), message),
            DeviceRows.class);
  }

  @Test
  void sendsTextAndFilesAsPartsOfTheirOwn() throws Exception {
    starts(PATIENT);
    source.has("photo%20%C3%BC.png", PNG).has("voice.caf", CAF);
    var message = sending("photo%20%C3%BC.png", "voice.caf");

    for (int part = 0; part < 3; part++) {
      assertThat(hands(message, part)).isInstanceOf(Accepted.class);
    }

    var sent = mac.sent();
    assertThat(sent).hasSize(3);
    assertThat(sent.get(0).path("text").asText()).isEqualTo("Hi");
    assertThat(sent.get(1).at("/attachments/0/name").asText()).isEqualTo("photo ü.png");
    assertThat(sent.get(1).at("/attachments/0/bytes").asInt()).isEqualTo(PNG.length);
    assertThat(sent.get(1).at("/attachments/0/mimeType").asText()).isEqualTo("image/png");
    assertThat(sent.get(1).path("tempGuid").asText()).isEqualTo("send-1.1");
    assertThat(sent.get(1).path("chatGuid").asText()).isEqualTo("iMessage;-;+12025550100");
    assertThat(sent.get(2).at("/attachments/0/name").asText()).isEqualTo("voice.caf");
    assertThat(mac.fieldsOf("message/attachment"))
        .extracting(fields -> fields.path("isAudioMessage").asText())
        .containsExactly("false", "true");
    assertThat(mac.fieldsOf("message/attachment"))
        .allMatch(fields -> fields.path("method").asText().equals("private-api"));
  }

  @Test
  void sendsTwoFilesOfTheLargestSize() throws Exception {
    starts(PATIENT);
    source.has("a.png", PNG, LARGEST).has("b.png", PNG, LARGEST);
    var message = sending("a.png", "b.png");

    assertThat(hands(message, 1)).isInstanceOf(Accepted.class);
    assertThat(hands(message, 2)).isInstanceOf(Accepted.class);

    assertThat(mac.sent())
        .extracting(sent -> sent.at("/attachments/0/bytes").asInt())
        .containsExactly(LARGEST, LARGEST);
  }

  @ParameterizedTest
  @CsvSource({
    "timeout_after_send, UNKNOWN, 1, 0",
    "timeout_before_send, UNKNOWN, 0, 0",
    "error_null_data, UNKNOWN, 1, 0",
    "in_flight_400, UNKNOWN, 0, 0",
    "error_no_data, UNKNOWN, 1, 22",
    "error_22, REFUSED, 1, 22",
    "helper_disconnected, NOT_SENT, 0, 0"
  })
  void accountsForAFileWhateverTheRelayAnswers(String fault, Kind kind, int rows, int error)
      throws Exception {
    starts(IMPATIENT);
    source.has("photo.png", PNG);
    var message = sending("photo.png");
    mac.arm(fault);

    assertThat(hands(message, 1).kind()).isEqualTo(kind);

    var file = new DeviceRow.File("photo.png", Optional.of((long) PNG.length));
    var found = asksFor(message);
    assertThat(found.answered()).isTrue();
    assertThat(found.rows().stream().distinct()).hasSize(rows);
    assertThat(found.rows())
        .allSatisfy(
            row ->
                assertThat(row)
                    .isEqualTo(
                        new DeviceRow(
                            row.reference(), "", List.of(file), Optional.of(ADA), error)));
  }

  @Test
  void leavesNothingWithAMacThatIsNotThere() throws Exception {
    starts(IMPATIENT);
    source.has("photo.png", PNG);
    var message = sending("photo.png");
    mac.close();

    assertThat(hands(message, 1).kind()).isEqualTo(Kind.NOT_SENT);
  }

  @Test
  void leavesNothingWhenTheFileIsGone() throws Exception {
    starts(IMPATIENT);
    source.has("photo.png", PNG);
    var message = sending("photo.png");
    shelf.close();

    assertThat(hands(message, 1).kind()).isEqualTo(Kind.NOT_SENT);
    assertThat(mac.sent()).isEmpty();
    assertThat(mac.fieldsOf("message/attachment")).isEmpty();
  }
}
