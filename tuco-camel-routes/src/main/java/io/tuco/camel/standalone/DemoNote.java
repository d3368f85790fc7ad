package io.tuco.camel.standalone;

import java.util.List;

/** What {@code demo.json} says: where the demo is and how to get in (settled answers, item 1). */
record DemoNote(
    String baseUrl,
    String adminToken,
    String apiKey,
    String workspaceId,
    List<String> lineIds,
    SimulatorNote relay) {

  static final String FILE = "demo.json";

  DemoNote {
    lineIds = List.copyOf(lineIds);
  }

  /** The same demo, served from another address. */
  DemoNote at(String url, String token, SimulatorNote simulator) {
    return new DemoNote(url, token, apiKey, workspaceId, lineIds, simulator);
  }
}
