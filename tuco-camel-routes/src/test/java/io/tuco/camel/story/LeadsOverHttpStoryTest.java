package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lead comes, changes and goes, over HTTP as it is. */
final class LeadsOverHttpStoryTest {

  private LoopbackApi api;
  private String key;

  @BeforeEach
  void open() throws Exception {
    api = new LoopbackApi();
    key = api.world().key();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void storesChangesFindsAndForgetsALead() throws Exception {
    var made = call("POST", "/api/leads", "{\"leads\":[{\"phone\":\"2025550100\"}]}");
    var id = JsonHttp.json(made.body()).get("leadId").asText();

    var changed = call("PUT", "/api/leads/" + id, "{\"firstName\":\"Adél\"}");
    var found = call("GET", "/api/leads?search=ad%C3%A9L", "");
    var listed = call("GET", "/api/lists", "");
    var gone = call("DELETE", "/api/leads", "{\"ids\":[\"" + id + "\"]}");

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(found.body()).contains(id);
    assertThat(listed.body()).contains("\"name\":\"Quick Sends\"", "\"leadCount\":1");
    assertThat(gone.body()).isEqualTo("{\"deletedCount\":1}");
    assertThat(call("GET", "/api/leads?id=" + id, "").statusCode()).isEqualTo(404);
  }

  @Test
  void entersAndLiftsADoNotContactEntry() throws Exception {
    var made = call("POST", "/api/dnc", "{\"phone\":\"2025550100\"}");
    var id = JsonHttp.json(made.body()).get("entry").get("_id").asText();

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(call("DELETE", "/api/dnc?id=" + id, "").body()).isEqualTo("{\"success\":true}");
    assertThat(call("PATCH", "/api/dnc", "{}").headers().firstValue("Allow"))
        .contains("DELETE, GET, POST");
  }

  private HttpResponse<String> call(String method, String path, String body) {
    var content = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    return api.send(
        api.request(path)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, content));
  }
}
