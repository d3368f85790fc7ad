package io.tuco.camel.http.v1;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aDevice;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.line.SendMethod;
import io.tuco.core.message.Message;
import io.tuco.core.message.StoredFile;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /v1/audio-messages}, and what holds for every send over the sandbox line. */
final class SendAudioTest extends V1Shelf {

  private static final String PATH = "/v1/audio-messages";
  private static final String ADA = "+12025550190";

  private String line;

  @BeforeEach
  void files() {
    line = aLine().build().handle();
    world.stores().devices().update(aDevice().sendingBy(SendMethod.PRIVATE_API).build());
    keep(0xf1, "audio/mp4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audio/x-m4a",
        "audio/aac",
        "audio/mpeg",
        "audio/wav",
        "audio/x-caf",
        "audio/aiff"
      })
  void acceptsASoundAsAVoiceMessage(String type) {
    keep(0xf2, type);

    var answer = post(PATH, body(line, ADA, id(0xf2)));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body()).contains("\"id\":\"obx_", "\"status\":\"pending\"");
    var message = stored(answer);
    assertThat(message.content().text()).isEmpty();
    assertThat(message.content().attachments())
        .singleElement()
        .matches(attachment -> attachment.voice())
        .matches(attachment -> attachment.name().equals(Optional.of("note")));
  }

  @ParameterizedTest
  @CsvSource({
    "from,missing_required_parameter",
    "to,missing_required_parameter",
    "audio_message,missing_required_parameter"
  })
  void needsEachOfItsParameters(String name, String error) {
    var answer = post(PATH, body(line, ADA, id(0xf1)).replace("\"" + name + "\"", "\"x\""));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(code(error), "\"param\":\"" + name + "\"");
  }

  @Test
  void refusesWhatIsNoSoundOrNoFile() {
    keep(0xf3, "image/png");

    assertThat(post(PATH, body(line, ADA, id(0xf3))).body())
        .contains(code("invalid_parameter_value"), "\"param\":\"audio_message\"");
    assertThat(post(PATH, body(line, ADA, id(0xf4))).body())
        .contains(code("file_not_found"), "\"param\":\"audio_message\"");
    assertThat(post(PATH, body(line, ADA, id(0xf1)).replace("file_", "msg_")).body())
        .contains(code("invalid_parameter_value"), "\"param\":\"audio_message\"");
  }

  @Test
  void needsAPrivateInterface() {
    world.stores().devices().update(aDevice().sendingBy(SendMethod.APPLE_SCRIPT).build());

    var answer = post(PATH, body(line, ADA, id(0xf1)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(code("advanced_features_required"));
  }

  @Test
  void holdsASandboxSendToThePhoneOfTheAccountAndToItsDay() {
    var sandbox = SandboxApiTest.addSandboxLine(world);
    var ada = world.keyOf(anApiKey().ofUser("user_ada"));
    var body = body("ln_" + sandbox.id(), ADA, id(0xf1));
    var text = body.replace("\"audio_message\"", "\"text\"");

    assertThat(post(PATH, body).body()).contains(code("sandbox_requires_owner"));
    assertThat(send(PATH, body, ada).body()).contains(code("sandbox_not_activated"));
    assertThat(send("/v1/messages", text, ada).body()).contains(code("sandbox_not_activated"));

    SandboxApiTest.pair(world, "user_ada", ADA);
    assertThat(send("/v1/messages", text.replace(ADA, "+12025550191"), ada).body())
        .contains(code("sandbox_contact_mismatch"), "\"param\":\"to\"");
    assertThat(get("/v1/messages?from=ln_" + sandbox.id() + "&to=%2B12025550191", ada).body())
        .contains(code("sandbox_contact_mismatch"));
    assertThat(send("/v1/messages", text, ada).status()).isEqualTo(201);
    assertThat(send(PATH, body, ada).status()).isEqualTo(201);

    var today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    var sandboxes = world.stores().sandboxes();
    while (sandboxes.used(WORKSPACE, "user_ada", today) < 50) {
      sandboxes.use(WORKSPACE, "user_ada", today, 50);
    }
    var refused = send("/v1/messages", text, ada);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.body()).contains(code("sandbox_quota_exceeded"));
    // 12:00:00.123 to midnight, rounded up.
    assertThat(refused.headers().get("Retry-After")).isEqualTo("43200");
    assertThat(get("/v1/sandbox", ada).body()).contains("\"used\":50,\"limit\":50,\"remaining\":0");
  }

  private Message stored(Answer answer) {
    var id = IdKind.OUTBOX_ITEM.parse(HookApiTest.idOf(answer)).orElseThrow();
    return world.stores().messages().find(WORKSPACE, id).orElseThrow();
  }

  private Answer send(String path, String body, String by) {
    return api.call("POST " + path, path, Map.of("Authorization", "Bearer " + by), body);
  }

  private void keep(int number, String type) {
    world
        .stores()
        .files()
        .insert(new StoredFile(id(number), WORKSPACE, Optional.of("note"), type, 1, 1, NOW));
  }

  private static String body(String from, String to, String file) {
    return "{\"from\":\"%s\",\"to\":\"%s\",\"audio_message\":\"file_%s\"}"
        .formatted(from, to, file);
  }
}
