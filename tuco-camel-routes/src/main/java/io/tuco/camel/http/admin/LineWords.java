package io.tuco.camel.http.admin;

import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.line.Carrier;
import io.tuco.core.line.Line;
import io.tuco.core.line.LineChange;
import io.tuco.core.line.LineChange.LimitsChange;
import io.tuco.core.line.LineLimits;
import io.tuco.core.message.MessageType;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A line as the operator asks for it. */
final class LineWords {

  private static final int LONGEST_NAME = 100;
  private static final int MOST = 100_000;
  private static final int LONGEST_GAP = 3_600;

  private final SecretBox box;

  LineWords(SecretBox box) {
    this.box = box;
  }

  OrAnswer<Line> draft(JsonReader body, String id, Workspace workspace, Instant now) {
    var channel = body.parsed("channel", MessageType::parse).orElse(MessageType.IMESSAGE);
    CarrierWords.require(body, channel);
    body.require("firstName");
    var phone = phone(body, workspace);
    var email = email(body);
    var carrier = carriers(workspace).draft(body, channel, phone, email);
    var firstName = body.words("firstName", LONGEST_NAME);
    var lastName = body.words("lastName", LONGEST_NAME);
    var limits = limits(body).appliedTo(LineLimits.of(channel));
    var contactFirst = body.flag("contactFirst");
    var sandbox = body.flag("sandbox").orElse(false);
    return AdminAnswers.checked(
        body,
        () ->
            new Line(
                id,
                workspace.id(),
                channel,
                carrier.orElseThrow(),
                phone.or(() -> carrier.flatMap(LineWords::number)),
                email.or(() -> carrier.flatMap(LineWords::address)),
                firstName.orElseThrow(),
                lastName,
                true,
                limits,
                contactFirst,
                sandbox,
                now,
                now));
  }

  OrAnswer<Line> changed(JsonReader body, Line current, Workspace workspace, Instant now) {
    var phone = body.change("phone", phone(body, workspace));
    var email = body.change("email", email(body));
    var carrier =
        carriers(workspace)
            .changed(body, current, phone.after(current.phone()), email.after(current.email()));
    var change =
        new LineChange(
            phone,
            email,
            body.words("firstName", LONGEST_NAME),
            body.change("lastName", body.words("lastName", LONGEST_NAME)),
            body.flag("isActive"),
            limits(body),
            body.change("contactFirst", body.flag("contactFirst")),
            body.flag("sandbox"),
            carrier);
    return AdminAnswers.checked(body, () -> change.appliedTo(current, now));
  }

  private CarrierWords carriers(Workspace workspace) {
    return new CarrierWords(box, workspace.defaultRegion());
  }

  /** A line without an address of its own is known by the one it sends from. */
  private static Optional<PhoneNumber> number(Carrier carrier) {
    return carrier instanceof Carrier.BySms sms ? sms.account().from() : Optional.empty();
  }

  private static Optional<EmailAddress> address(Carrier carrier) {
    return carrier instanceof Carrier.ByMail mail
        ? Optional.of(mail.account().fromAddress())
        : Optional.empty();
  }

  private static Optional<PhoneNumber> phone(JsonReader body, Workspace workspace) {
    return body.parsed("phone", text -> PhoneNumber.parse(text, workspace.defaultRegion()).value());
  }

  private static Optional<EmailAddress> email(JsonReader body) {
    return body.parsed("email", text -> EmailAddress.parse(text).value());
  }

  private static LimitsChange limits(JsonReader body) {
    return new LimitsChange(
        body.integer("dailyNewConversationsLimit", 0, MOST),
        body.integer("dailyTotalMessagesLimit", 0, MOST),
        body.integer("hourlyFirstTouchLimit", 0, MOST),
        body.integer("contactGapSeconds", 0, LONGEST_GAP).map(Duration::ofSeconds));
  }
}
