package io.tuco.camel.http.admin;

import io.tuco.camel.json.JsonReader;
import io.tuco.core.account.MailAccount;
import io.tuco.core.account.MailSecurity;
import io.tuco.core.account.SmtpHost;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.intake.RejectionCode;
import io.tuco.core.secret.Sealed;
import io.tuco.core.secret.SecretBox;
import java.util.Optional;

/**
 * The object {@code smtp} of a line and the fields beside it that say what its mail looks like
 * (e-mail contract, section 1).
 */
final class SmtpWords {

  private static final String OBJECT = "smtp";
  private static final int LONGEST_USERNAME = 320;
  private static final int LONGEST_PASSWORD = 1_000;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_PER_HOUR = 100_000;
  private static final int SUBMISSION_PORT = 587;
  private static final int TLS_PORT = 465;

  private final JsonReader line;
  private final JsonReader words;
  private final SecretBox box;

  /** A server's login: both or none. */
  private record Login(Optional<String> username, Optional<Sealed> password) {}

  SmtpWords(JsonReader line, SecretBox box) {
    this.line = line;
    this.words = line.object(OBJECT);
    this.box = box;
  }

  static void require(JsonReader line) {
    line.object(OBJECT).require("host");
  }

  /**
   * The account that is asked for; what is not said stays as it is.
   *
   * @param email the line's own address, which the mail is from unless another is named
   * @return empty after a refusal
   */
  Optional<MailAccount> account(Optional<MailAccount> current, Optional<EmailAddress> email) {
    var host = words.parsed("host", SmtpHost::parse).or(() -> current.map(MailAccount::host));
    var security = security(current);
    var port = port(security, current);
    var login = login(current);
    var from =
        address("fromAddress").or(() -> current.map(MailAccount::fromAddress)).or(() -> email);
    var name =
        line.change("fromName", line.parsed("fromName", SmtpWords::name))
            .after(current.flatMap(MailAccount::fromName));
    var replyTo =
        line.change("replyTo", address("replyTo")).after(current.flatMap(MailAccount::replyTo));
    var unsubscribe =
        line.change("unsubscribeMailto", address("unsubscribeMailto"))
            .after(current.flatMap(MailAccount::unsubscribeMailto));
    var most =
        line.change("maxPerHour", line.integer("maxPerHour", 1, MOST_PER_HOUR))
            .after(current.flatMap(MailAccount::maxPerHour));
    refuseUnprotected(security, host);
    refuseHalfALogin(login);
    if (from.isEmpty()) {
      line.refuse(RejectionCode.FIELD_REQUIRED.rejection("fromAddress"));
    }
    return line.refusal().isPresent() || host.isEmpty() || from.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MailAccount(
                host.get(),
                port,
                security,
                login.username(),
                login.password(),
                from.get(),
                name,
                replyTo,
                unsubscribe,
                most));
  }

  private MailSecurity security(Optional<MailAccount> current) {
    return words
        .parsed("security", MailSecurity::parse)
        .or(() -> current.map(MailAccount::security))
        .orElse(MailSecurity.STARTTLS);
  }

  /** A port that nobody chose goes with the security, also when that changes. */
  private int port(MailSecurity security, Optional<MailAccount> current) {
    var chosen =
        current.filter(known -> known.port() != usualPort(known.security())).map(MailAccount::port);
    return words.integer("port", 1, 65_535).or(() -> chosen).orElse(usualPort(security));
  }

  private static int usualPort(MailSecurity security) {
    return security == MailSecurity.TLS ? TLS_PORT : SUBMISSION_PORT;
  }

  private Login login(Optional<MailAccount> current) {
    var username =
        words
            .change("username", words.words("username", LONGEST_USERNAME))
            .after(current.flatMap(MailAccount::username));
    var password =
        words
            .change("password", words.secret("password", LONGEST_PASSWORD).map(box::seal))
            .after(current.flatMap(MailAccount::password));
    return new Login(username, password);
  }

  private Optional<EmailAddress> address(String field) {
    return line.parsed(field, text -> EmailAddress.parse(text).value());
  }

  /** It stands in a header: what could end one is refused (e-mail contract, section 3). */
  private static Optional<String> name(String text) {
    return Optional.of(text.strip())
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
        .filter(name -> name.chars().noneMatch(SmtpWords::breaksALine));
  }

  private static boolean breaksALine(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }

  private void refuseUnprotected(MailSecurity security, Optional<String> host) {
    if (security == MailSecurity.NONE && host.filter(SmtpHost::isLoopback).isEmpty()) {
      line.refuse(RejectionCode.INVALID_FIELD.rejection(OBJECT + ".security"));
    }
  }

  private void refuseHalfALogin(Login login) {
    if (login.username().isPresent() != login.password().isPresent()) {
      var missing = login.username().isPresent() ? ".password" : ".username";
      line.refuse(RejectionCode.FIELD_REQUIRED.rejection(OBJECT + missing));
    }
  }
}
