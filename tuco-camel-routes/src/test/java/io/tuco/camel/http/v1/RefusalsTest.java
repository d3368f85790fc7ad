package io.tuco.camel.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call may say wrong: the code of the error, and the parameter that is to blame. */
final class RefusalsTest {

  private static DirectApi api;
  private static String key;

  @BeforeAll
  static void open() throws Exception {
    api = new DirectApi();
    key = api.world().key();
  }

  @AfterAll
  static void close() {
    api.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | missing_required_parameter | from",
        "{\"from\":\"+12025550171\"} | missing_required_parameter | to",
        "{\"from\":\"x\",\"text\":\"a\"} | missing_required_parameter | to",
        "{\"from\":\"+12025550171\",\"to\":\"+12025550190\"} | missing_required_parameter | text",
        "{\"from\":\"+12025550171\",\"to\":\"+12025550190\",\"text\":\" \"} | missing_required_parameter | text",
        "{\"from\":\"x\",\"to\":\"y\",\"text\":\"a\"} | invalid_parameter_value | from",
        "{\"from\":\"msg_64b0c0ffee0000000000a001\",\"to\":\"+12025550190\",\"text\":\"a\"} | invalid_parameter_value | from",
        "{\"from\":5,\"to\":\"+12025550190\",\"text\":\"a\"} | invalid_parameter_value | from",
        "{\"from\":\"+12025550171\",\"to\":\"nobody\",\"text\":\"a\"} | invalid_parameter_value | to",
        "{\"from\":\"+12025550171\",\"to\":\"ln_64b0c0ffee0000000000a001\",\"text\":\"a\"} | invalid_parameter_value | to",
        "{\"from\":\"+12025550171\",\"to\":\"+12025550190\",\"text\":5} | invalid_parameter_value | text",
        "{\"from\":\"+12025550171\",\"to\":\"+12025550190\",\"attachments\":\"file_x\"} | invalid_parameter_value | attachments",
        "{\"from\":\"+12025550171\",\"to\":\"+12025550190\",\"attachments\":[\"msg_64b0c0ffee0000000000a001\"]} | invalid_parameter_value | attachments",
        "{\"from\":\"+12025550171\",\"to\":\"+12025550190\",\"attachments\":[\"file_64b0c0ffee0000000000a001\",\"file_64b0c0ffee0000000000a002\"]} | invalid_parameter_value | attachments",
        "{\"from\":\"+12025550171\",\"to\":\"+12025550190\",\"text\":\"a\",\"reply_to\":\"wh_64b0c0ffee0000000000a001\"} | invalid_parameter_value | reply_to",
        "{\"from\":\"+12025550173\",\"to\":\"+12025550190\",\"text\":\"a\"} | invalid_parameter_value | from",
        "{\"from\":\"+12025550199\",\"to\":\"+12025550190\",\"text\":\"a\"} | line_not_found | from",
        "{\"from\":\"+12025550172\",\"to\":\"+12025550190\",\"text\":\"a\"} | line_not_found | from",
        "{\"from\":\"+12025550171\",\"to\":\"cht_64b0c0ffee0000000000a001\",\"text\":\"a\"} | chat_not_found | to",
        "{\"from\":\"+12025550171\",\"to\":\"+12025550190\",\"text\":\"a\",\"reply_to\":\"msg_64b0c0ffee0000000000a001\"} | message_not_found | reply_to",
        "{\"from\":\"+12025550171\",\"to\":\"+12025550190\",\"text\":\"a\",\"reply_to\":\"4E7F-GUID\"} | message_not_found | reply_to",
        "{\"from\":\"+12025550171\",\"to\":\"+12025550190\",\"attachments\":[\"file_64b0c0ffee0000000000a001\"]} | file_not_found | attachments",
      })
  void refusesASendAndStoresNothing(String body, String code, String param) {
    var answer = api.call("POST /v1/messages", "/v1/messages", key, body);

    assertThat(answer.body()).contains(V1Shelf.code(code), "\"param\":\"" + param + "\"");
    assertThat(answer.status()).isEqualTo(code.endsWith("_not_found") ? 404 : 400);
    assertThat(api.world().watched().writes()).noneMatch(write -> write.contains("essageStore"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/messages | 400 | missing_required_parameter | from",
        "/v1/messages?from=x | 400 | missing_required_parameter | to",
        "/v1/messages?from=x&to=y | 400 | invalid_parameter_value | from",
        "/v1/messages?from=%2B12025550171&to=y | 400 | invalid_parameter_value | to",
        "/v1/messages?from=%2B12025550171&to=%2B12025550190&limit=0 | 400 | invalid_parameter_value | limit",
        "/v1/messages?from=%2B12025550171&to=%2B12025550190&limit=101 | 400 | invalid_parameter_value | limit",
        "/v1/messages?from=%2B12025550171&to=%2B12025550190&cursor=x | 400 | invalid_parameter_value | cursor",
        "/v1/messages?from=%2B12025550199&to=%2B12025550190 | 404 | line_not_found | from",
        "/v1/messages?from=%2B12025550172&to=%2B12025550190 | 404 | line_not_found | from",
        "/v1/messages?from=%2B12025550171&to=cht_64b0c0ffee0000000000a001 | 404 | chat_not_found | to",
      })
  void refusesToList(String target, int status, String code, String param) {
    var answer = get(target);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).contains(V1Shelf.code(code), "\"param\":\"" + param + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/outbox | 400 | missing_required_parameter",
        "/v1/outbox?id= | 400 | missing_required_parameter",
        "/v1/outbox?id=64b0c0ffee0000000000a001 | 400 | invalid_parameter_value",
        "/v1/outbox?id=msg_64b0c0ffee0000000000a001 | 400 | invalid_parameter_value",
        "/v1/outbox?id=obx_64b0c0ffee0000000000a001 | 404 | outbox_item_not_found",
      })
  void refusesWhatIsNoItem(String target, int status, String code) {
    var answer = get(target);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).contains(V1Shelf.code(code), "\"param\":\"id\"");
  }

  private static Answer get(String target) {
    return api.call("GET " + target.split("\\?", 2)[0], target, key, null);
  }
}
