package io.tuco.camel.http.admin;

import static io.tuco.camel.http.admin.AdminCalls.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.ApiWorld;
import io.tuco.core.dispatch.Closing;
import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.fixture.Fixtures;
import java.util.Optional;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices: probed when new, their password never seen again (operator API, section 2). */
final class DeviceApiTest {

  private static final String MAC = Fixtures.id(0xd1);
  private static final String DEVICES = "/admin/devices";
  private static final String MINI =
      "{\"name\":\"Mini\",\"baseUrl\":\"http://127.0.0.1:1234/\",\"password\":\"s3cret \"}";

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
  void probesANewDeviceAndKeepsItsHealthAndSealsItsPassword() throws Exception {
    var probed = admin.api().context().getEndpoint(ApiContext.PROBED, MockEndpoint.class);
    probed.expectedMessageCount(1);

    var created = admin.post(DEVICES, DEVICES, MINI);

    probed.assertIsSatisfied();
    var id = created.body().replaceAll(".*?\"id\":\"([0-9a-f]{24})\".*", "$1");
    var stored = admin.world().stores().devices().find(id).orElseThrow();
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body())
        .contains(
            "\"baseUrl\":\"http://127.0.0.1:1234\"",
            "\"gapSeconds\":30",
            "\"method\":\"auto\"",
            "\"health\":\"healthy\"")
        .doesNotContain("s3cret");
    assertThat(stored.health().isHealthy()).isTrue();
    assertThat(admin.world().secrets().box().open(stored.password())).isEqualTo("s3cret ");
  }

  @Test
  void saysWhereADeviceReportsToButNotInLists() {
    var created = admin.post(DEVICES, DEVICES, MINI);
    var id = created.body().replaceAll(".*?\"id\":\"([0-9a-f]{24})\".*", "$1");

    var listed = admin.api().call("GET /admin/devices", DEVICES, ApiWorld.ADMIN_TOKEN, null);

    assertThat(created.body())
        .contains("\"callbackUrl\":\"https://tuco.example/hooks/relay/" + id + "?secret=s\"");
    assertThat(listed.body()).contains(id).doesNotContain("callbackUrl", "secret");
  }

  @Test
  void keepsADeviceThatDoesNotAnswer() throws Exception {
    admin
        .api()
        .context()
        .getEndpoint(ApiContext.PROBED, MockEndpoint.class)
        .whenAnyExchangeReceived(
            exchange -> {
              throw new IllegalStateException("no answer");
            });

    var created = admin.post(DEVICES, DEVICES, MINI);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body()).contains("\"health\":\"unknown\"");
  }

  @Test
  void changesWhatIsSaidAndNothingElse() {
    var before = admin.world().stores().devices().find(MAC).orElseThrow();

    var changed = admin.change("devices", MAC, "{\"gapSeconds\":5,\"method\":\"apple-script\"}");

    var after = admin.world().stores().devices().find(MAC).orElseThrow();
    assertThat(changed.body()).contains("\"gapSeconds\":5", "\"method\":\"apple-script\"");
    assertThat(after.password()).isEqualTo(before.password());
    assertThat(after.health()).isEqualTo(before.health());
  }

  @Test
  void keepsADeviceThatLinesNeed() {
    assertRefused(admin.delete("devices", MAC), 409, "Device is in use");
    assertRefused(admin.delete("devices", Fixtures.id(5)), 404, "Device not found");
  }

  @Test
  void keepsADeviceThatAloneCanSettleASend() {
    var stores = admin.world().stores();
    var now = admin.world().clock().instant();
    var intent =
        new Intent(
            0, "send-1", Fixtures.WORKSPACE, ApiWorld.MESSAGE, "node-1", now, Optional.empty());
    var unused = Lane.unused("device:" + MAC);
    var lane = unused.claimedBy(intent, now);
    stores.lanes().replace(unused, lane);
    stores.lines().ofDevice(MAC).forEach(line -> stores.lines().delete(line.id()));

    var refused = admin.delete("devices", MAC);
    stores.lanes().replace(lane, lane.releasedBy(0, Closing.untouched(now, now)));

    assertRefused(refused, 409, "Device is in use");
    assertThat(admin.delete("devices", MAC).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a.example",
        "http://",
        "http://u:p@a.example",
        "http://a.example?password=x",
        "http://a.example#x",
        "a.example",
        "http://a b",
        "http://a.example:99999",
        "{}"
      })
  void refusesABaseUrlThatIsMoreThanAnAddress(String url) {
    var body = "{\"name\":\"a\",\"password\":\"p\",\"baseUrl\":\"" + url + "\"}";

    assertRefused(admin.post(DEVICES, DEVICES, body), 400, "Invalid baseUrl");
    assertThat(admin.world().watched().writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{} | name is required",
        "{\"name\":\"a\"} | baseUrl is required",
        "{\"name\":\"a\",\"baseUrl\":\"http://a\"} | password is required",
        "{\"name\":\"a\",\"baseUrl\":\"http://a\",\"password\":\"p\",\"type\":\"x\"}"
            + " | Invalid type",
        "{\"name\":\"a\",\"baseUrl\":\"http://a\",\"password\":\"p\",\"gapSeconds\":-1}"
            + " | Invalid gapSeconds",
        "{\"name\":\"a\",\"baseUrl\":\"http://a\",\"password\":\"p\",\"gapSeconds\":2.5}"
            + " | Invalid gapSeconds",
        "{\"name\":\"a\",\"baseUrl\":\"http://a\",\"password\":\"p\",\"method\":\"fax\"}"
            + " | Invalid method"
      })
  void refusesOneInTheDocumentedWords(String body, String error) {
    assertRefused(admin.post(DEVICES, DEVICES, body), 400, error);
  }
}
