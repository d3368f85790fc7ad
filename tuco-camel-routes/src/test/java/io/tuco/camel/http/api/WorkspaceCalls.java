package io.tuco.camel.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.workspace.Workspace;

/** A client's way to one page of its workspace in the routes of the test. */
final class WorkspaceCalls implements AutoCloseable {

  private final DirectApi api = new DirectApi();
  private final String path;
  private final String key;

  /**
   * @param page such as {@code settings}
   */
  WorkspaceCalls(String page) throws Exception {
    this.path = "/api/workspace/" + page;
    this.key = api.world().key();
  }

  DirectApi api() {
    return api;
  }

  String key() {
    return key;
  }

  Answer read() {
    return api.call("GET " + path, path, key, null);
  }

  Answer change(String body) {
    return changeAs(key, body);
  }

  Answer changeAs(String someKey, String body) {
    return api.call("PATCH " + path, path, someKey, body);
  }

  Answer readAs(String someKey) {
    return api.call("GET " + path, path, someKey, null);
  }

  Workspace stored(String workspaceId) {
    return api.world().stores().workspaces().find(workspaceId).orElseThrow();
  }

  static void assertRefused(Answer answer, int status, String body) {
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.status()).isEqualTo(status);
  }

  @Override
  public void close() {
    api.close();
  }
}
