package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tuco.camel.crm.fixture.FakeCrmServer;
import io.tuco.connectors.ghl.fake.FakeGhl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program dies when something is in the CRM, and nothing of that is stored. */
final class CrmKillStoryTest {

  private static final String LOCATION = "loc1";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path directory;

  @Test
  @Tag("long")
  void makesOneContactThoughItIsKilledBeforeTheLinkIsStored() throws Exception {
    survives("crm.after-contact-before-link");
  }

  @Test
  @Tag("slow")
  void makesOneEntryThoughItIsKilledBeforeItsJobHasEnded() throws Exception {
    survives("crm.after-deed-before-result");
  }

  private void survives(String moment) throws Exception {
    var data = Files.createDirectories(directory.resolve("tuco"));
    var ghl = new FakeGhl(Clock.systemUTC()).withLocation(LOCATION, "pit-token");
    try (var crm = FakeCrmServer.of(ghl)) {
      var flags = List.of("-Dtuco.ghl.base-url=" + crm.url(), "-Dtuco.crm.claim=10s");
      var deadly = List.of(flags.get(0), flags.get(1), "-Dtuco.failpoint=" + moment + ":1:halt");
      try (var server = ServerProcess.demo(data, deadly)) {
        server.awaitReady();
        connects(server);
        var answer =
            server
                .api()
                .post("/api/messages", "{\"message\":\"Hi\",\"recipientPhone\":\"+12025550100\"}");
        assertThat(answer.status()).isEqualTo(201);
        server.awaitExit();
        assertThat(ghl.contactsMade()).isEqualTo(1);

        server.startAgain(flags);
        server.awaitReady();
        var contact = ghl.contacts(LOCATION).get(0).path("id").asText();
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    server.admin().get("/admin/status").body().at("/crmJobs/pending").asInt(-1) == 0
                        && !ghl.notes(LOCATION, contact).isEmpty());

        assertThat(ghl.contactsMade()).isEqualTo(1);
        assertThat(ghl.notes(LOCATION, contact)).containsExactly("[Tuco imessage out] Hi");
        assertThat(ghl.violations()).isEmpty();
      }
    }
  }

  private static void connects(ServerProcess server) throws Exception {
    var workspace = server.facts().path("workspaceId").asText();
    var answer =
        server
            .admin()
            .post(
                "/admin/workspaces/" + workspace + "/connections",
                "{\"crm\":\"ghl\",\"locationId\":\"loc1\",\"sync\":{\"enabled\":false},"
                    + "\"auth\":{\"type\":\"private_token\",\"token\":\"pit-token\"}}");
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
  }
}
