package io.tuco.camel.http.admin;

import static io.tuco.camel.http.admin.AdminCalls.assertRefused;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionClaim;
import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.CrmAccount;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.CrmTask;
import io.tuco.core.crm.SyncProgress;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.secret.Sealed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections: verified before they are stored, their tokens never seen again. */
final class ConnectionApiTest {

  private static final String TEMPLATE = "/admin/workspaces/{id}/connections";
  private static final String PATH = "/admin/workspaces/" + WORKSPACE + "/connections";
  private static final String TOY =
      "{\"crm\":\"toy\",\"auth\":{\"type\":\"private_token\",\"token\":\"s3cret\"}}";

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
  void storesWhatTheCrmHasConfirmed() {
    var created =
        admin.post(
            TEMPLATE,
            PATH,
            "{\"crm\":\"toy\",\"name\":\"Office\",\"auth\":{\"type\":\"private_token\","
                + "\"token\":\" s3cret \"},\"mapping\":{\"owners\":{\"1\":\"a@example.com\"},"
                + "\"options\":{\"optOutProperty\":\"no_sms\"}},\"sync\":{\"everyMinutes\":30}}");

    var stored = stored();
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body())
        .isEqualTo(
            ("{'connection':{'id':'"
                    + stored.id()
                    + "','workspaceId':'org_sample','crm':'toy','name':'Office','status':'ok',"
                    + "'accountId':'account-1','mapping':{'owners':{'1':'a@example.com'},"
                    + "'customFields':{},'options':{'optOutProperty':'no_sms'}},"
                    + "'sync':{'enabled':true,'everyMinutes':30,'state':'idle','counted':0,"
                    + "'total':null,'perMinute':0,'remaining':null},"
                    + "'jobs':{'pending':0,'failing':0,'refused':0,'givenUp':0},"
                    + "'hooks':{'workflowUrl':'https://tuco.example/hooks/toy/workflow/"
                    + stored.id()
                    + "?token="
                    + open(stored.hookSecret())
                    + "','eventsUrl':'https://tuco.example/hooks/toy/events'},"
                    + "'createdAt':'2027-03-12T12:00:00.123Z'}}")
                .replace('\'', '"'));
    assertThat(open(stored.tokens().access())).isEqualTo("s3cret");
    assertThat(stored.progress().nextAt()).contains(Fixtures.NOW);
    assertThat(read(stored.id())).isEqualTo(created.body());
  }

  @Test
  void storesNothingThatTheCrmRefuses() {
    verifying(claim -> CrmFailure.unauthorized("no"));
    assertRefused(admin.post(TEMPLATE, PATH, TOY), 400, "Credentials were refused");
    verifying(claim -> CrmFailure.unknown("silence"));
    assertRefused(admin.post(TEMPLATE, PATH, TOY), 502, "The CRM did not answer");

    assertThat(admin.world().stores().connections().ofWorkspace(WORKSPACE)).isEmpty();
  }

  @Test
  void connectsAnAccountOnce() {
    admin.post(TEMPLATE, PATH, TOY);

    assertRefused(admin.post(TEMPLATE, PATH, TOY), 409, "Account is connected already");
    assertThat(
            admin
                .post(
                    TEMPLATE, "/admin/workspaces/" + Fixtures.OTHER_WORKSPACE + "/connections", TOY)
                .status())
        .isEqualTo(201);
  }

  @Test
  void handsACodeOnToBeExchanged() {
    verifying(
        claim -> {
          assertThat(claim.code()).contains("abc");
          assertThat(claim.redirectUri()).contains("https://a.example/back");
          return confirmed(claim);
        });

    var created =
        admin.post(
            TEMPLATE,
            PATH,
            "{\"crm\":\"toy\",\"auth\":{\"type\":\"oauth\",\"code\":\"abc\","
                + "\"redirectUri\":\"https://a.example/back\"}}");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body()).doesNotContain("abc");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | crm is required",
        "{^crm^:^toy^} | auth is required",
        "{^crm^:^other^,^auth^:{^type^:^private_token^,^token^:^t^}} | Invalid crm",
        "{^crm^:^toy^,^auth^:{}} | auth.type is required",
        "{^crm^:^toy^,^auth^:{^type^:^magic^}} | Invalid auth.type",
        "{^crm^:^toy^,^auth^:{^type^:^private_token^}} | auth.token is required",
        "{^crm^:^toy^,^auth^:{^type^:^oauth^}} | auth.code is required",
        "{^crm^:^toy^,^locationId^:^x^,^auth^:{^type^:^private_token^,^token^:^t^}} | Invalid"
            + " locationId",
        "{^crm^:^toy^,^auth^:{^type^:^private_token^,^token^:^t^},^sync^:{^everyMinutes^:0}} |"
            + " Invalid sync.everyMinutes",
      })
  void refusesWhatItCannotUse(String body, String error) {
    assertRefused(admin.post(TEMPLATE, PATH, body.replace('^', '"')), 400, error);
    assertThat(admin.world().stores().connections().ofWorkspace(WORKSPACE)).isEmpty();
  }

  @Test
  void changesWhatIsSaidAndNothingElse() {
    admin.post(TEMPLATE, PATH, TOY);
    var before = stored();

    var changed =
        admin.change(
            "connections",
            before.id(),
            "{\"name\":\"Office\",\"mapping\":{\"customFields\":{\"f1\":\"city\"}},"
                + "\"sync\":{\"enabled\":false}}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body())
        .contains("\"name\":\"Office\"", "\"customFields\":{\"f1\":\"city\"}", "\"enabled\":false");
    assertThat(stored().tokens()).isEqualTo(before.tokens());
    assertThat(stored().progress().nextAt()).isEmpty();
    assertRefused(admin.change("connections", Fixtures.id(9), "{}"), 404, "Connection not found");
  }

  @Test
  void connectsAnewWithFreshCredentials() {
    admin.post(TEMPLATE, PATH, TOY);
    var id = stored().id();
    admin
        .world()
        .stores()
        .connections()
        .change(
            id,
            seen ->
                seen.standing(ConnectionStatus.UNAUTHORIZED)
                    .at(seen.progress().failed("no", seen.plan(), Fixtures.NOW)));

    var changed =
        admin.change(
            "connections", id, "{\"auth\":{\"type\":\"private_token\",\"token\":\"other\"}}");

    assertThat(changed.body()).contains("\"status\":\"ok\"").doesNotContain("other");
    assertThat(open(stored().tokens().access())).isEqualTo("other");
    assertThat(stored().progress().nextAt()).contains(Fixtures.NOW);
    verifying(claim -> CrmFailure.refused("another account"));
    assertRefused(
        admin.change(
            "connections", id, "{\"auth\":{\"type\":\"private_token\",\"token\":\"third\"}}"),
        400,
        "Credentials were refused");
    assertThat(open(stored().tokens().access())).isEqualTo("other");
  }

  @Test
  void readsContactsWhenThatIsWanted() {
    admin.post(TEMPLATE, PATH, TOY);
    var id = stored().id();
    admin
        .world()
        .stores()
        .connections()
        .change(id, seen -> seen.at(SyncProgress.none().begun(Fixtures.NOW)));

    var asked = sync(id, "{\"full\":true}");

    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.body()).isEqualTo("{\"success\":true}");
    assertThat(stored().progress().startedAt()).isEmpty();
    assertThat(stored().progress().nextAt()).contains(Fixtures.NOW);
    assertThat(sync(id, null).status()).isEqualTo(202);
    assertRefused(sync(id, "{\"full\":1}"), 400, "full must be a boolean");
    assertRefused(sync(Fixtures.id(9), null), 404, "Connection not found");
  }

  @Test
  void listsAndForgets() {
    admin.post(TEMPLATE, PATH, TOY);
    var id = stored().id();

    var listed = admin.get("GET " + TEMPLATE, PATH);

    assertThat(listed.body()).startsWith("{\"connections\":[{\"id\":\"" + id + "\"");
    assertThat(listed.body()).contains("\"pagination\":").doesNotContain("s3cret");
    var job = job();
    admin.world().stores().crmJobs().insertMissing(List.of(job));
    assertThat(admin.delete("connections", id).body()).isEqualTo("{\"success\":true}");
    assertThat(admin.world().stores().crmJobs().find(WORKSPACE, job.id()).map(CrmJob::status))
        .contains(CrmJob.Status.DROPPED);
    assertRefused(admin.delete("connections", id), 404, "Connection not found");
  }

  private CrmJob job() {
    return CrmJob.of(
        "evt_1", stored(), CrmTask.LOG_SENT, "m", "log:m", 1, Fixtures.NOW, Fixtures.NOW);
  }

  private Answer sync(String id, String body) {
    return admin.post("/admin/connections/{id}/sync", "/admin/connections/" + id + "/sync", body);
  }

  private void verifying(Function<ConnectionClaim, Object> verdict) {
    admin
        .api()
        .context()
        .getEndpoint(ApiContext.VERIFIED, MockEndpoint.class)
        .whenAnyExchangeReceived(
            exchange ->
                exchange
                    .getMessage()
                    .setBody(verdict.apply(exchange.getMessage().getBody(ConnectionClaim.class))));
  }

  private static Connection confirmed(ConnectionClaim claim) {
    return claim.draft().of(new CrmAccount("account-1", Optional.empty()));
  }

  private Connection stored() {
    return admin.world().stores().connections().ofWorkspace(WORKSPACE).get(0);
  }

  private String open(Sealed sealed) {
    return admin.world().secrets().box().open(sealed);
  }

  private String read(String id) {
    return admin.get("GET /admin/connections/{id}", "/admin/connections/" + id).body();
  }
}
