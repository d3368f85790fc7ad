package io.tuco.camel.http.admin;

import static io.tuco.camel.http.admin.AdminCalls.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.message.MessageStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines on devices (operator API, section 2). */
final class LineApiTest {

  private static final String WORKSPACES = "/admin/workspaces";
  private static final String SAMPLE = WORKSPACES + "/org_sample";
  private static final String MAC = Fixtures.id(0xd1);
  private static final String LINES = WORKSPACES + "/{id}/lines";

  private AdminCalls admin;

  @BeforeEach
  void open() throws Exception {
    admin = new AdminCalls();
  }

  @AfterEach
  void close() {
    admin.close();
  }

  @Test
  void createsOneWithTheDocumentedDefaults() {
    var body = "{\"deviceId\":\"" + MAC + "\",\"firstName\":\"Ann\",\"phone\":\"(202) 555-0160\"}";

    var created = admin.post(LINES, SAMPLE + "/lines", body);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body())
        .contains(
            "\"channel\":\"imessage\"",
            "\"phone\":\"+12025550160\"",
            "\"isActive\":true",
            "\"dailyNewConversationsLimit\":50,\"dailyTotalMessagesLimit\":75,"
                + "\"hourlyFirstTouchLimit\":50,\"contactGapSeconds\":45,\"sandbox\":false");
  }

  @Test
  void changesClearsAndKeeps() {
    var changed =
        admin.change(
            "lines",
            ApiWorld.LINE,
            "{\"lastName\":null,\"contactFirst\":true," + "\"dailyTotalMessagesLimit\":0}");

    assertThat(changed.body())
        .doesNotContain("lastName")
        .contains(
            "\"firstName\":\"Front\"",
            "\"dailyTotalMessagesLimit\":0",
            "\"contactFirst\":true",
            "\"dailyNewConversationsLimit\":50");
  }

  @Test
  void refusesAnAddressThatAnotherLineHas() {
    var body = "{\"deviceId\":\"" + MAC + "\",\"firstName\":\"A\",\"phone\":\"+12025550172\"}";

    assertRefused(admin.post(LINES, SAMPLE + "/lines", body), 409, "Line address already in use");
    assertRefused(
        admin.change("lines", ApiWorld.LINE, "{\"phone\":\"+12025550172\"}"),
        409,
        "Line address already in use");
  }

  @Test
  void movesWhatWaitsWhenALineGoes() {
    var waiting = Fixtures.aMessage().withId(Fixtures.id(0xe5)).pinnedToLine(ApiWorld.LINE).build();
    admin.world().stores().messages().insert(waiting, Optional.of("device:" + MAC), List.of());

    var deleted = admin.delete("lines", ApiWorld.LINE);

    var left = admin.world().stores().messages().find("org_sample", waiting.id()).orElseThrow();
    assertThat(deleted.body())
        .startsWith("{\"success\":true,\"line\":{\"id\":\"" + ApiWorld.LINE + "\"");
    assertThat(left.status()).isEqualTo(MessageStatus.FAILED);
    assertRefused(admin.delete("lines", ApiWorld.LINE), 404, "Line not found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{} | 400 | deviceId is required",
        "{\"deviceId\":\"x\"} | 400 | firstName is required",
        "{\"deviceId\":\"x\",\"firstName\":\"A\"} | 404 | Device not found",
        "{\"channel\":\"fax\",\"deviceId\":\"x\",\"firstName\":\"A\"} | 400 | Invalid channel",
        "{\"deviceId\":\"x\",\"firstName\":\"A\",\"phone\":\"no\"} | 400 | Invalid phone",
        "{\"deviceId\":\"x\",\"firstName\":\"A\",\"email\":\"no\"} | 400 | Invalid email",
        "{\"deviceId\":\"x\",\"firstName\":\"A\",\"sandbox\":1} | 400 | sandbox must be a boolean",
        "{\"deviceId\":\"x\",\"firstName\":\"A\",\"contactGapSeconds\":\"1\"} | 400"
            + " | Invalid contactGapSeconds"
      })
  void refusesOneInTheDocumentedWords(String body, int status, String error) {
    assertRefused(admin.post(LINES, SAMPLE + "/lines", body), status, error);
  }

  @Test
  void refusesOneOfAnUnknownWorkspace() {
    var answer = admin.post(LINES, WORKSPACES + "/org_else/lines", "{}");

    assertRefused(answer, 404, "Workspace not found");
  }
}
