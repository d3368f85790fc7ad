package io.tuco.camel.http.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;

/** The operator's way into the routes of the test. */
final class AdminCalls implements AutoCloseable {

  private final DirectApi api;

  AdminCalls() throws Exception {
    this.api = new DirectApi();
  }

  DirectApi api() {
    return api;
  }

  ApiWorld world() {
    return api.world();
  }

  Answer get(String operation, String path) {
    return api.call(operation, path, ApiWorld.ADMIN_TOKEN, null);
  }

  /**
   * @param template the path as the facade names it
   */
  Answer post(String template, String path, String body) {
    return api.call("POST " + template, path, ApiWorld.ADMIN_TOKEN, body);
  }

  Answer change(String things, String id, String body) {
    return api.call(
        "PATCH /admin/" + things + "/{id}",
        "/admin/" + things + "/" + id,
        ApiWorld.ADMIN_TOKEN,
        body);
  }

  Answer delete(String things, String id) {
    return api.call(
        "DELETE /admin/" + things + "/{id}",
        "/admin/" + things + "/" + id,
        ApiWorld.ADMIN_TOKEN,
        null);
  }

  static void assertRefused(Answer answer, int status, String error) {
    assertThat(answer.body()).startsWith("{\"error\":\"" + error + "\"");
    assertThat(answer.status()).isEqualTo(status);
  }

  @Override
  public void close() {
    api.close();
  }
}
