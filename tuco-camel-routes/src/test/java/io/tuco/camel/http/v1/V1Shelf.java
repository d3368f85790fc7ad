package io.tuco.camel.http.v1;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.camel.http.Operation;
import io.tuco.core.fixture.LineBuilder;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The facade over {@code direct:}, new for each test, and a key that may do everything. */
abstract class V1Shelf {

  DirectApi api;
  ApiWorld world;
  String key;

  @BeforeEach
  void open() throws Exception {
    world = new ApiWorld();
    prepare();
    api = new DirectApi(world);
    key = world.key();
  }

  /** What is to be before the server is. */
  void prepare() {}

  @AfterEach
  void close() {
    api.close();
  }

  Answer get(String target) {
    return get(target, key);
  }

  Answer get(String target, String by) {
    return api.call("GET " + target.split("\\?", 2)[0], target, by, null);
  }

  Answer post(String path, String body) {
    return api.call("POST " + path, path, key, body);
  }

  Answer post(String path, String body, Map<String, Object> more) {
    var headers = new HashMap<String, Object>(more);
    headers.put("Authorization", "Bearer " + key);
    return api.call("POST " + path, path, headers, body);
  }

  /** From here on; what is remembered of a key is forgotten by then. */
  void useWorkspace(Workspace changed) {
    world.stores().workspaces().update(changed);
    world.clock().advance(Duration.ofSeconds(5));
  }

  void useLine(LineBuilder changed) {
    world.stores().lines().update(changed.build());
  }

  static String nameOf(Operation operation) {
    return operation.method() + " " + operation.path();
  }

  /** The code of an error, as it stands in a body. */
  static String code(String code) {
    return "\"code\":\"" + code + "\"";
  }
}
