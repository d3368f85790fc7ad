package io.tuco.camel.http.v1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.message.StoredFile;
import io.tuco.core.workspace.Scope;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileApiTest extends V1Shelf {

  private static final String FILES = "/v1/files";
  private static final byte[] PNG = "\u0089PNG\r\n\u001a\n pixels".getBytes(ISO_8859_1);

  @Test
  void keepsAFileAndTellsWhereItIs() {
    var answer = upload(PNG, Map.of("Content-Type", "image/png", "X-Filename", "a%20b%C3%BC.png"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body())
        .contains(
            "\"filename\":\"a bü.png\",\"mime_type\":\"image/png\",\"size\":" + PNG.length,
            "\"url\":\"https://tuco.example.com/files/");
    assertThat(stored(answer).orElseThrow().createdAt()).isEqualTo(Fixtures.NOW);
  }

  @Test
  void sendsAReaderOnToAUrlThatIsValidForAnHour() {
    var id = HookApiTest.idOf(upload(PNG, Map.of("Content-Type", "image/png")));

    var answer = get(FILES + "?id=" + id);

    var location = String.valueOf(answer.headers().get("Location"));
    var pass = Fixtures.fileLinks().ofUrl(location).orElseThrow();
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.body()).isEmpty();
    assertThat(IdKind.FILE.print(pass.fileId())).isEqualTo(id);
    assertThat(pass.workspaceId()).isEqualTo(Fixtures.WORKSPACE);
    assertThat(pass.until()).isEqualTo(Fixtures.NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void refusesAnEmptyFileAndOneOverTheLimit() {
    var most = (int) StoredFile.MOST_BYTES;

    assertThat(upload(new byte[0], Map.of()).body()).contains(code("empty_file"));
    assertThat(upload(new byte[most + 1], Map.of()).body()).contains(code("file_too_large"));
    assertThat(upload(new byte[most], Map.of()).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({"Content-Type,png", "Content-Type,image/p ng", "X-Filename,a%0Ab.png"})
  void refusesHeadersThatMakeNoSense(String header, String value) {
    var answer = upload(PNG, Map.of(header, value));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .contains(code("invalid_parameter_value"), "\"param\":\"" + header + "\"");
  }

  @Test
  void findsNoFileOfAnotherWorkspaceAndNoneAfterThirtyDays() {
    var id = HookApiTest.idOf(upload(PNG, Map.of()));
    var theirs = world.keyOf(Fixtures.anApiKey().inWorkspace(Fixtures.OTHER_WORKSPACE));

    assertThat(get(FILES + "?id=" + id, theirs).status()).isEqualTo(404);
    assertThat(get(FILES + "?id=msg_" + Fixtures.id(1)).body())
        .contains(code("invalid_parameter_value"));
    assertThat(get(FILES).body()).contains(code("missing_required_parameter"));
    assertThat(get(FILES + "?id=" + id).status()).isEqualTo(302);
    world.clock().advance(Duration.ofDays(30));
    assertThat(get(FILES + "?id=" + id).body()).contains(code("file_not_found"));
  }

  @Test
  void asksForItsScopeAndLeavesAReadOnlyWorkspaceAlone() {
    var reader = world.keyAllowing(Scope.FILES_READ);
    var frozen = world.keyOf(Fixtures.anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));

    assertThat(upload(PNG, Map.of("Authorization", "Bearer " + reader)).body())
        .contains(code("insufficient_scope"));
    assertThat(upload(PNG, Map.of("Authorization", "Bearer " + frozen)).status()).isEqualTo(402);
  }

  private Optional<StoredFile> stored(Answer answer) {
    var id = IdKind.FILE.parse(HookApiTest.idOf(answer)).orElseThrow();
    return world.stores().files().find(Fixtures.WORKSPACE, id);
  }

  private Answer upload(byte[] content, Map<String, Object> headers) {
    var all = new HashMap<String, Object>(Map.of("Authorization", "Bearer " + key));
    all.putAll(headers);
    return api.call("POST " + FILES, FILES, all, content);
  }
}
