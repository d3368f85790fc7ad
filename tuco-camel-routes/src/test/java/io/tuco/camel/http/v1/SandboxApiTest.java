package io.tuco.camel.http.v1;

import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.engine.ReplyIntake.Written;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.line.Line;
import io.tuco.core.message.Arrival;
import io.tuco.core.message.Content;
import io.tuco.core.message.MessageType;
import io.tuco.core.workspace.SandboxPairing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SandboxApiTest extends V1Shelf {

  private static final String SANDBOX = "/v1/sandbox";
  private static final Pattern CODE = Pattern.compile("\"activation_code\":\"([A-Z2-9]{6})\"");
  private static final String PHONE = "+12025550101";

  private String ada;

  /** The line that the operator has marked. */
  static Line addSandboxLine(ApiWorld world) {
    var line = aLine().withId(id(0x7a)).withPhone("+12025550179").asSandbox().build();
    world.stores().lines().insert(line);
    return line;
  }

  static void pair(ApiWorld world, String userId, String phone) {
    var paired = new SandboxPairing.Phone(new PhoneNumber(phone), Fixtures.NOW);
    world
        .stores()
        .sandboxes()
        .replace(SandboxPairing.none(Fixtures.WORKSPACE, userId).with(paired));
  }

  @BeforeEach
  void keys() {
    ada = world.keyOf(anApiKey().ofUser("user_ada"));
  }

  @Test
  void isMissingUntilItIsOpenedAndThenWaitsForTheCode() {
    addSandboxLine(world);

    assertThat(get(SANDBOX, ada).body())
        .contains(
            "\"status\":\"missing\",\"activation_code\":null,"
                + "\"sandbox_line_handle\":\"+12025550179\","
                + "\"contact_identifier\":null,\"activated_at\":null,"
                + "\"usage\":{\"used\":0,\"limit\":50,\"remaining\":50,\"resets_at\":"
                + Instant.parse("2027-03-13T00:00:00Z").toEpochMilli());
    var code = opened();
    assertThat(opened()).isEqualTo(code);
    assertThat(get(SANDBOX, ada).body()).contains("\"status\":\"pending\"", code);
  }

  @Test
  void pairsThePhoneThatTextsTheCodeHoweverItIsSpelled() {
    var line = addSandboxLine(world);
    var code = opened();

    texts(line, PHONE, " " + code.toLowerCase(Locale.ROOT) + "\n");

    assertThat(get(SANDBOX, ada).body())
        .contains(
            "\"status\":\"active\",\"activation_code\":null",
            "\"contact_identifier\":\""
                + PHONE
                + "\",\"activated_at\":"
                + Fixtures.NOW.toEpochMilli());
    texts(line, "+12025550102", code);
    assertThat(get(SANDBOX, ada).body()).contains(PHONE);
    assertThat(post(SANDBOX, "").body()).contains(code("sandbox_requires_owner"));
  }

  @Test
  void pairsNobodyByAnotherLineOrWordsOrAfterADay() {
    var line = addSandboxLine(world);
    var code = opened();

    texts(aLine().build(), PHONE, code);
    texts(line, PHONE, "my code is " + code);
    assertThat(get(SANDBOX, ada).body()).contains("\"status\":\"pending\"");

    world.clock().advance(Duration.ofHours(24));
    texts(line, PHONE, code);
    assertThat(get(SANDBOX, ada).body())
        .contains("\"status\":\"missing\",\"activation_code\":null");
    assertThat(opened()).isNotEqualTo(code);
  }

  @Test
  void countsTheDayOfTheAccount() {
    addSandboxLine(world);
    var today = LocalDate.ofInstant(Fixtures.NOW, ZoneOffset.UTC);
    world.stores().sandboxes().use(Fixtures.WORKSPACE, "user_ada", today, 50);

    assertThat(get(SANDBOX, ada).body()).contains("\"used\":1,\"limit\":50,\"remaining\":49");
    assertThat(get(SANDBOX, world.keyOf(anApiKey().ofUser("user_ben"))).body())
        .contains("\"used\":0");
  }

  @Test
  void saysWhatIsNotThere() {
    assertThat(get(SANDBOX, ada).status()).isEqualTo(404);
    assertThat(get(SANDBOX, ada).body()).contains(code("line_not_found"));
    addSandboxLine(world);
    assertThat(get(SANDBOX).status()).isEqualTo(403);
    assertThat(get(SANDBOX).body()).contains(code("sandbox_requires_owner"));
  }

  private String opened() {
    var answer =
        api.call("POST " + SANDBOX, SANDBOX, Map.of("Authorization", "Bearer " + ada), null);
    assertThat(answer.status()).isEqualTo(200);
    var code = CODE.matcher(answer.body());
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  private void texts(Line line, String phone, String text) {
    var now = world.clock().instant();
    world
        .engine()
        .replies()
        .heardBy(
            line,
            new Written(
                MessageType.IMESSAGE,
                new PhoneNumber(phone),
                Content.text(text),
                "guid-" + phone + text.hashCode() + now + line.id(),
                now,
                Arrival.none()),
            now);
  }
}
