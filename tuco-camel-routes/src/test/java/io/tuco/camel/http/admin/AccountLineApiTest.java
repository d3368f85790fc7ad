package io.tuco.camel.http.admin;

import static io.tuco.camel.http.admin.AdminCalls.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.Change;
import io.tuco.core.account.MailAccount;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.line.Carrier;
import io.tuco.core.line.DeviceProbe;
import io.tuco.core.line.Line;
import io.tuco.core.line.LineChange;
import io.tuco.core.line.LineChange.LimitsChange;
import io.tuco.core.line.SenderFault;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.MessageType;
import java.util.Optional;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines of an account of their own: probed when new, their secrets never seen again. */
final class AccountLineApiTest {

  private static final String LINES = "/admin/workspaces/{id}/lines";
  private static final String SAMPLE = "/admin/workspaces/org_sample/lines";
  private static final String TWILIO =
      "\"accountSid\":\"AC0123456789abcdef0123456789abcdef\",\"authToken\":\"t0ken-secret\"";
  private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";
  private static final String TEXTS =
      "{\"channel\":\"sms\",\"firstName\":\"Ann\",\"phone\":\"(202) 555-0160\",\"twilio\":{"
          + TWILIO
          + "}}";
  private static final String MAILS =
      "{\"channel\":\"email\",\"firstName\":\"Ann\",\"email\":\"Ann@example.com\",\"smtp\":{"
          + "\"host\":\"SMTP.example.com\",\"username\":\"ann\",\"password\":\" p4ss-secret\"}}";

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
  void makesALineOfTextsWithTheDocumentedDefaults() {
    var created = create(TEXTS);

    var account = account(created);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body())
        .contains(
            "\"channel\":\"sms\",\"phone\":\"+12025550160\"",
            "\"contactGapSeconds\":45,\"sandbox\":false,"
                + "\"twilio\":{\"accountSid\":\"AC0123456789abcdef0123456789abcdef\","
                + "\"from\":\"+12025550160\"},"
                + "\"health\":{\"state\":\"healthy\",\"checkedAt\":\"2027-03-12T12:00:00.123Z\"}")
        .doesNotContain("secret");
    assertThat(admin.world().secrets().box().open(account.authToken())).isEqualTo("t0ken-secret");
  }

  @Test
  void makesALineOfMailWithTheDocumentedDefaults() {
    var created = create(MAILS);

    var account = mailbox(created);
    assertThat(created.body())
        .contains(
            "\"channel\":\"email\",\"email\":\"ann@example.com\"",
            "\"contactGapSeconds\":0",
            "\"smtp\":{\"host\":\"smtp.example.com\",\"port\":587,\"security\":\"starttls\","
                + "\"username\":\"ann\"},\"fromAddress\":\"ann@example.com\","
                + "\"health\":{\"state\":\"healthy\"")
        .doesNotContain("secret");
    assertThat(admin.world().secrets().box().open(account.password().orElseThrow()))
        .isEqualTo(" p4ss-secret");
  }

  @Test
  void echoesEveryFieldOfALineOfMail() {
    var created =
        create(
            "{\"channel\":\"email\",\"firstName\":\"Ann\",\"smtp\":{\"host\":\"127.0.0.1\","
                + "\"port\":2525,\"security\":\"none\"},\"fromAddress\":\"desk@example.com\","
                + "\"fromName\":\"Front Desk\",\"replyTo\":\"answers@example.com\","
                + "\"unsubscribeMailto\":\"stop@example.com\",\"maxPerHour\":40}");

    assertThat(created.body())
        .contains(
            "\"email\":\"desk@example.com\"",
            "\"smtp\":{\"host\":\"127.0.0.1\",\"port\":2525,\"security\":\"none\"},"
                + "\"fromAddress\":\"desk@example.com\",\"fromName\":\"Front Desk\","
                + "\"replyTo\":\"answers@example.com\",\"unsubscribeMailto\":\"stop@example.com\","
                + "\"maxPerHour\":40");
  }

  @Test
  void usesTheOtherPortWithTls() {
    var created = create(MAILS.replace("\"username\"", "\"security\":\"tls\",\"username\""));
    var changed = admin.change("lines", id(created), "{\"smtp\":{\"security\":\"starttls\"}}");

    assertThat(created.body()).contains("\"port\":465,\"security\":\"tls\"");
    assertThat(changed.body()).contains("\"port\":587,\"security\":\"starttls\"");
  }

  @Test
  void keepsALineWhoseProviderDoesNotAnswer() {
    answering(ApiContext.SMS_PROBED, new DeviceProbe.NoAnswer("The connection was refused"));
    answering(ApiContext.MAIL_PROBED, new DeviceProbe.CredentialsRefused());

    var texts = create(TEXTS);
    var mails = create(MAILS);

    assertThat(texts.status()).isEqualTo(201);
    assertThat(texts.body())
        .contains("\"state\":\"unknown\",\"failures\":[\"The connection was refused\"]");
    assertThat(mails.body())
        .contains("\"state\":\"down\",\"failures\":[\"Credentials were refused\"]");
    assertThat(stored(mails).accountHealth().orElseThrow().failures()).isNotEmpty();
  }

  @Test
  void keepsALineWhoseProbeBreaks() {
    admin
        .api()
        .context()
        .getEndpoint(ApiContext.SMS_PROBED, MockEndpoint.class)
        .whenAnyExchangeReceived(
            exchange -> {
              throw new IllegalStateException("no answer");
            });

    var created = create(TEXTS);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body()).contains("\"health\":{\"state\":\"unknown\"}");
  }

  @Test
  void keepsWhatElseChangedWhileTheProviderWasAsked() {
    var lines = admin.world().stores().lines();
    admin
        .api()
        .context()
        .getEndpoint(ApiContext.SMS_PROBED, MockEndpoint.class)
        .whenAnyExchangeReceived(
            exchange ->
                lines.ofWorkspace("org_sample").stream()
                    .filter(line -> line.channel() == MessageType.SMS)
                    .forEach(line -> lines.update(inactive(line))));

    var created = stored(create(TEXTS));

    assertThat(created.active()).isFalse();
    assertThat(created.accountHealth().orElseThrow().isHealthy()).isTrue();
  }

  @Test
  void changesThePartsOfAnAccountThatAreSaid() {
    var texts = id(create(TEXTS));
    var mails = id(create(MAILS));
    var token = account(texts).authToken();
    var password = mailbox(mails).password();

    var byService =
        admin.change("lines", texts, "{\"twilio\":{\"messagingServiceSid\":\"" + SERVICE + "\"}}");
    admin.change("lines", mails, "{\"replyTo\":\"b@example.com\",\"maxPerHour\":9}");
    var renamed = admin.change("lines", mails, "{\"replyTo\":null,\"fromName\":\"Desk\"}");

    assertThat(byService.body()).contains("\"messagingServiceSid\":\"" + SERVICE + "\"}");
    assertThat(byService.body()).doesNotContain("\"from\":");
    assertThat(account(texts).authToken()).isEqualTo(token);
    assertThat(renamed.body())
        .contains("\"fromName\":\"Desk\",\"maxPerHour\":9")
        .doesNotContain("replyTo", "secret");
    assertThat(mailbox(mails).password()).isEqualTo(password);
  }

  @Test
  void probesAnotherAccountAndNothingElse() throws Exception {
    var line = id(create(TEXTS));
    var probed = admin.api().context().getEndpoint(ApiContext.SMS_PROBED, MockEndpoint.class);
    probed.reset();
    answering(ApiContext.SMS_PROBED, new DeviceProbe.CredentialsRefused());
    probed.expectedMessageCount(1);

    var renamed = admin.change("lines", line, "{\"firstName\":\"Bo\",\"isActive\":false}");
    var other = admin.change("lines", line, "{\"twilio\":{\"authToken\":\"an0ther\"}}");

    probed.assertIsSatisfied();
    assertThat(renamed.body()).contains("\"state\":\"healthy\"");
    assertThat(other.body()).contains("\"state\":\"down\"");
  }

  @Test
  void triesALineAgainThatAnswersHadStoppedOnceItIsChanged() {
    var line = id(create(TEXTS));
    var lines = admin.world().stores().lines();
    var fault = SenderFault.untilChanged("Texts to this country are not enabled (21408)");
    var stopped = SenderHealth.healthy(false, Fixtures.NOW).faulty(fault, Fixtures.NOW);
    lines.updateHealth(line, stopped);

    var changed = admin.change("lines", line, "{\"isActive\":true}");

    assertThat(changed.body()).contains("\"state\":\"healthy\"");
    assertThat(lines.find(line).orElseThrow().accountHealth().orElseThrow().stop()).isEmpty();
  }

  @Test
  void fallsBackToTheLinesNumberWhenItsSenderIsCleared() {
    var line =
        id(create(TEXTS.replace(TWILIO, TWILIO + ",\"messagingServiceSid\":\"" + SERVICE + "\"")));

    var cleared = admin.change("lines", line, "{\"twilio\":{\"messagingServiceSid\":null}}");
    var refused = admin.change("lines", line, "{\"phone\":null,\"twilio\":{\"from\":null}}");

    assertThat(cleared.body()).contains("\"from\":\"+12025550160\"");
    assertRefused(refused, 400, "twilio.from is required");
  }

  @Test
  void refusesAnAddressThatAnotherLineOfTheChannelHas() {
    create(TEXTS);

    var again =
        create(
            TEXTS
                .replace("\"phone\":\"(202) 555-0160\",", "")
                .replace(TWILIO, TWILIO + ",\"from\":\"+12025550160\""));

    assertRefused(again, 409, "Line address already in use");
  }

  @Test
  void showsItsHealthToItsWorkspaceButNoAccount() {
    answering(ApiContext.MAIL_PROBED, new DeviceProbe.CredentialsRefused());
    create(TEXTS);
    create(MAILS);

    var key = admin.world().key();
    var lines = admin.api().call("GET /api/lines/by-user", "/api/lines/by-user", key, null);

    assertThat(lines.body())
        .containsPattern("\"healthCheck\":\\{\"status\":\"healthy\"[^}]*}[^}]*\"channel\":\"sms\"")
        .containsPattern("\"healthCheck\":\\{\"status\":\"down\"[^}]*}[^}]*\"channel\":\"email\"")
        .doesNotContain("twilio", "smtp", "secret", "AC0123456789abcdef0123456789abcdef");
  }

  @Test
  void refusesAChangeThatWouldUncoverAPassword() {
    var line = id(create(MAILS));

    assertRefused(
        admin.change("lines", line, "{\"smtp\":{\"security\":\"none\"}}"),
        400,
        "Invalid smtp.security");
    assertRefused(
        admin.change("lines", line, "{\"smtp\":{\"password\":null}}"),
        400,
        "smtp.password is required");
  }

  private Answer create(String body) {
    return admin.post(LINES, SAMPLE, body);
  }

  private void answering(String mock, DeviceProbe probe) {
    ApiContext.answering(admin.api().context(), mock, probe);
  }

  private static Line inactive(Line line) {
    return new LineChange(
            Change.none(),
            Change.none(),
            Optional.empty(),
            Change.none(),
            Optional.of(false),
            new LimitsChange(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            Change.none(),
            Optional.empty(),
            Optional.empty())
        .appliedTo(line, line.updatedAt());
  }

  private static String id(Answer created) {
    return created.body().replaceAll(".*?\"id\":\"([0-9a-f]{24})\".*", "$1");
  }

  private Line stored(Answer created) {
    return admin.world().stores().lines().find(id(created)).orElseThrow();
  }

  private SmsAccount account(Answer created) {
    return account(id(created));
  }

  private SmsAccount account(String line) {
    var stored = admin.world().stores().lines().find(line).orElseThrow();
    return ((Carrier.BySms) stored.carrier()).account();
  }

  private MailAccount mailbox(Answer created) {
    return mailbox(id(created));
  }

  private MailAccount mailbox(String line) {
    var stored = admin.world().stores().lines().find(line).orElseThrow();
    return ((Carrier.ByMail) stored.carrier()).account();
  }
}
