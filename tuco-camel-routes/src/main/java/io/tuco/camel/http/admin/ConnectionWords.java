package io.tuco.camel.http.admin;

import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.Change;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionMapping;
import io.tuco.core.crm.ConnectionTokens;
import io.tuco.core.crm.CrmAccount;
import io.tuco.core.crm.CrmConnector;
import io.tuco.core.crm.CrmConnectors;
import io.tuco.core.crm.SyncPlan;
import io.tuco.core.intake.RejectionCode;
import io.tuco.core.secret.SecretBox;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What an operator says about a connection (operator API, section 2). */
final class ConnectionWords {

  private static final String GHL = "ghl";
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_SECRET = 4_000;
  private static final int LONGEST_URL = 2_000;
  private static final int MINUTES_OF_A_DAY = 1_440;

  /**
   * Credentials as they were given.
   *
   * @param tokens of a code, what cannot be used
   */
  record Auth(ConnectionTokens tokens, Optional<String> code, Optional<String> redirectUri) {

    @Override
    public String toString() {
      return "•••";
    }
  }

  /** A new connection, but for what belongs to its making. */
  record Draft(
      CrmConnector connector,
      Auth auth,
      Optional<CrmAccount> account,
      UnaryOperator<Connection> rest) {}

  private enum AuthType {
    PRIVATE_TOKEN,
    OAUTH
  }

  private final CrmConnectors connectors;
  private final SecretBox box;

  ConnectionWords(CrmConnectors connectors, SecretBox box) {
    this.connectors = connectors;
    this.box = box;
  }

  OrAnswer<Draft> draft(JsonReader body, Instant now) {
    body.require("crm", "auth");
    var connector = body.parsed("crm", connectors::find);
    var account =
        body.words("locationId", LONGEST_ID).map(id -> new CrmAccount(id, Optional.empty()));
    if (account.isPresent() && connector.filter(each -> each.crm().equals(GHL)).isEmpty()) {
      body.refuse(RejectionCode.INVALID_FIELD.rejection("locationId"));
    }
    var auth = connector.flatMap(known -> auth(body, known, now));
    var rest = rest(body, now);
    return AdminAnswers.checked(
        body, () -> new Draft(connector.orElseThrow(), auth.orElseThrow(), account, rest));
  }

  /** New credentials of a connection; empty when nothing is said about them. */
  OrAnswer<Optional<Auth>> reconnection(JsonReader body, Connection current, Instant now) {
    var auth =
        body.has("auth")
            ? connectors.find(current.crm()).flatMap(known -> auth(body, known, now))
            : Optional.<Auth>empty();
    if (body.isNull("auth") || body.has("auth") && connectors.find(current.crm()).isEmpty()) {
      body.refuse(RejectionCode.INVALID_FIELD.rejection("auth"));
    }
    return AdminAnswers.checked(body, () -> auth);
  }

  /** What else is said. */
  OrAnswer<UnaryOperator<Connection>> changes(JsonReader body, Instant now) {
    var rest = rest(body, now);
    return AdminAnswers.checked(body, () -> rest);
  }

  private Optional<Auth> auth(JsonReader body, CrmConnector connector, Instant now) {
    var auth = body.object("auth");
    auth.require("type");
    var type = auth.parsed("type", word -> type(word, connector));
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (type.get() == AuthType.PRIVATE_TOKEN) {
      auth.require("token");
      return auth.secret("token", LONGEST_SECRET)
          .map(
              token ->
                  new Auth(
                      ConnectionTokens.fixed(box.seal(token.strip()), now),
                      Optional.empty(),
                      Optional.empty()));
    }
    auth.require("code");
    var redirect = auth.words("redirectUri", LONGEST_URL);
    return auth.secret("code", LONGEST_SECRET)
        .map(
            code ->
                new Auth(
                    ConnectionTokens.fixed(box.seal(""), now),
                    Optional.of(code.strip()),
                    redirect));
  }

  /** A CRM whose OAuth app is not configured cannot exchange a code. */
  private static Optional<AuthType> type(String word, CrmConnector connector) {
    return switch (word) {
      case "private_token" -> Optional.of(AuthType.PRIVATE_TOKEN);
      case "oauth" -> connector.oauth().map(any -> AuthType.OAUTH);
      default -> Optional.empty();
    };
  }

  private UnaryOperator<Connection> rest(JsonReader body, Instant now) {
    var name = body.change("name", body.words("name", LONGEST_NAME));
    var mapping = body.object("mapping");
    var owners = mapping.plainValues("owners");
    var fields = mapping.plainValues("customFields");
    var options = mapping.plainValues("options");
    var sync = body.object("sync");
    var enabled = sync.flag("enabled");
    var minutes = sync.integer("everyMinutes", 1, MINUTES_OF_A_DAY);
    return current ->
        planned(
            named(current, name)
                .mapped(
                    new ConnectionMapping(
                        owners.orElse(current.mapping().owners()),
                        fields.orElse(current.mapping().customFields()),
                        options.orElse(current.mapping().options()))),
            enabled,
            minutes,
            now);
  }

  private static Connection named(Connection current, Change<String> name) {
    return current.named(name.after(current.name()));
  }

  private static Connection planned(
      Connection current, Optional<Boolean> enabled, Optional<Integer> minutes, Instant now) {
    var plan =
        new SyncPlan(
            enabled.orElse(current.plan().enabled()),
            minutes.map(Duration::ofMinutes).orElse(current.plan().every()));
    return plan.equals(current.plan())
        ? current
        : current.planned(plan).at(current.progress().planned(plan, now));
  }
}
