package io.tuco.camel.http.admin;

import static io.tuco.camel.http.admin.AdminCalls.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workspaces and their users (operator API, section 2). */
final class WorkspaceApiTest {

  private static final String WORKSPACES = "/admin/workspaces";
  private static final String SAMPLE = WORKSPACES + "/org_sample";

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
  void createsOneWithItsOwnerAndTheDefaults() {
    var body = "{\"name\":\" Clinic \",\"ownerEmail\":\"Owner@Example.com\"}";

    var created = admin.post(WORKSPACES, WORKSPACES, body);

    var id = created.body().replaceAll(".*?\"id\":\"(org_[0-9a-z]{26})\".*", "$1");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body())
        .isEqualTo(
            "{\"workspace\":{\"id\":\""
                + id
                + "\",\"name\":\"Clinic\","
                + "\"ownerEmail\":\"owner@example.com\",\"timezone\":\"America/New_York\","
                + "\"defaultRegion\":\"US\",\"readOnly\":false,\"rateLimits\":{\"send\":null,"
                + "\"availability\":null,\"replies\":null,\"other\":null},"
                + "\"createdAt\":\"2027-03-12T12:00:00.123Z\","
                + "\"updatedAt\":\"2027-03-12T12:00:00.123Z\"}}");
    assertThat(admin.world().stores().members().first(id).orElseThrow().owner()).isTrue();
  }

  @Test
  void locksAndUnlocksOne() {
    var locked = admin.change("workspaces", "org_sample", "{\"readOnly\":true}");
    var renamed = admin.change("workspaces", "org_sample", "{\"name\":\"B\"}");
    var unlocked = admin.change("workspaces", "org_sample", "{\"readOnly\":false}");

    assertThat(locked.body()).contains("\"readOnly\":true,\"readOnlyReason\":\"past_due\"");
    assertThat(renamed.body()).contains("\"name\":\"B\"", "\"readOnlyReason\":\"past_due\"");
    assertThat(unlocked.body()).contains("\"readOnly\":false,\"rateLimits\"");
  }

  @Test
  void setsALimitAndSetsItBack() {
    var set =
        admin.change("workspaces", "org_sample", "{\"rateLimits\":{\"send\":600,\"other\":10}}");
    var back = admin.change("workspaces", "org_sample", "{\"rateLimits\":{\"send\":null}}");

    assertThat(set.body()).contains("{\"send\":600,\"availability\":null,");
    assertThat(back.body())
        .contains("{\"send\":null,\"availability\":null,\"replies\":null,\"other\":10}");
  }

  @Test
  void pagesThem() {
    var page = admin.get("GET /admin/workspaces", WORKSPACES + "?limit=2&page=2");

    assertThat(page.body())
        .contains("\"pagination\":{\"page\":2,\"limit\":2,\"totalCount\":3,\"totalPages\":2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{} | name is required",
        "{\"name\":\" \"} | name is required",
        "{\"name\":5} | name must be a string",
        "{\"name\":\"a\",\"timezone\":\"Mars/Olympus\"} | Invalid timezone",
        "{\"name\":\"a\",\"timezone\":{\"$gt\":\"\"}} | timezone must be a string",
        "{\"name\":\"a\",\"defaultRegion\":\"us\"} | Invalid defaultRegion",
        "{\"name\":\"a\",\"defaultRegion\":\"ZZ\"} | Invalid defaultRegion",
        "{\"name\":\"a\",\"ownerEmail\":\"nobody\"} | Invalid ownerEmail",
        "[] | Request body must be a JSON object"
      })
  void refusesOneInTheDocumentedWords(String body, String error) {
    assertRefused(admin.post(WORKSPACES, WORKSPACES, body), 400, error);
  }

  @Test
  void keepsTheOwnerAndLetsOthersGo() {
    admin.post(WORKSPACES + "/{id}/users", SAMPLE + "/users", "{\"email\":\"a@example.com\"}");
    var user = admin.world().stores().members().first("org_sample").orElseThrow();
    var created = admin.post(WORKSPACES, WORKSPACES, "{\"name\":\"x\",\"ownerEmail\":\"o@e.com\"}");
    var workspace = created.body().replaceAll(".*?\"id\":\"(org_[0-9a-z]+)\".*", "$1");
    var owner = admin.world().stores().members().first(workspace).orElseThrow();

    assertThat(admin.delete("users", user.id()).status()).isEqualTo(200);
    assertThat(admin.delete("users", owner.id()).status()).isEqualTo(409);
    assertThat(admin.delete("users", "user_else").status()).isEqualTo(404);
  }
}
