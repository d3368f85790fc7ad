package io.tuco.camel.http.api;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The facade over {@code direct:}, new for each test, and a key that may do everything. */
abstract class DirectShelf {

  DirectApi api;
  ApiWorld world;
  String key;

  @BeforeEach
  void open() throws Exception {
    api = new DirectApi();
    world = api.world();
    key = world.key();
  }

  @AfterEach
  void close() {
    api.close();
  }
}
