package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Chronicle;
import io.tuco.core.simulation.log.Entry;
import io.tuco.core.simulation.log.Letter;
import io.tuco.core.simulation.log.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A log made up by hand: one workspace, one line on one device with a gap of 30 s, and whatever a
 * test says happened. Each word takes place when {@link #at} says.
 */
final class Forged {

  static final String ADA = "+12025550100";
  static final String BOB = "+12025550101";
  static final String CY = "+12025550102";

  private static final Instant START = Instant.parse("2027-01-04T12:00:00Z");

  private final Chronicle chronicle = new Chronicle(false);
  private long steps;
  private long millis;

  Forged() {
    chronicle.add(new Entry.Tenant(now(), "org", Optional.empty()));
    List.of(ADA, BOB, CY)
        .forEach(
            address ->
                chronicle.add(new Entry.Person(now(), "p" + address, "org", List.of(address))));
    chronicle.add(new Entry.Pace(now(), "device:mac", Duration.ofSeconds(30)));
    limited(10, 10, 10, Duration.ZERO);
  }

  List<Violation> judged() {
    return Checker.judge(chronicle);
  }

  /** What follows happens this many seconds after the start. */
  Forged at(double seconds) {
    millis = Math.round(seconds * 1_000);
    return this;
  }

  Forged limited(int total, int firsts, int hourFirsts, Duration contactGap) {
    chronicle.add(
        new Entry.Limits(now(), "line", ZoneId.of("UTC"), total, firsts, hourFirsts, contactGap));
    return this;
  }

  Forged accepted(String id, String address) {
    return accepted(letter(id, "imessage", address, Letter.Hours.always(), Optional.empty()));
  }

  Forged accepted(String id, String address, Letter.Hours hours) {
    return accepted(letter(id, "imessage", address, hours, Optional.empty()));
  }

  /** A text that follows a message. */
  Forged followed(String id, String original, String address) {
    return accepted(letter(id, "sms", address, Letter.Hours.always(), Optional.of(original)));
  }

  private Forged accepted(Letter letter) {
    chronicle.add(new Entry.Born(now(), letter));
    shown(letter.messageId(), "pending", "");
    chronicle.add(new Entry.Accepted(now(), letter.messageId()));
    return this;
  }

  /** A client is told so, and nothing else happens. */
  Forged claimedAccepted(String id) {
    chronicle.add(new Entry.Accepted(now(), id));
    return this;
  }

  Forged shown(String id, String status, String sendId) {
    chronicle.add(
        new Entry.Shown(
            now(),
            id,
            status,
            false,
            Optional.of(sendId).filter(send -> !send.isEmpty()),
            Optional.empty()));
    return this;
  }

  Forged told(String id, String status, String... moves) {
    chronicle.add(new Entry.Told(now(), id, status, List.of(moves), moves.length, 0));
    return this;
  }

  Forged shownUnknown(String id, String sendId) {
    chronicle.add(
        new Entry.Shown(now(), id, "sending", true, Optional.of(sendId), Optional.empty()));
    return this;
  }

  /** The call of this attempt begins, without a word of the API. */
  Forged called(String id, String sendId, String address) {
    return called(id, sendId, 0, 1, address);
  }

  private Forged called(String id, String sendId, int part, int parts, String address) {
    chronicle.add(
        new Entry.Called(
            now(),
            sendId,
            "node",
            "device:mac",
            Optional.of("line"),
            id,
            sendId,
            part,
            parts,
            address));
    return this;
  }

  /** An attempt of its own for this part of two, which leaves and is accepted. */
  Forged part(String id, String sendId, int part, String address) {
    shown(id, "sending", sendId);
    called(id, sendId, part, 2, address);
    return left(sendId).answered(sendId, Entry.Answer.ACCEPTED);
  }

  Forged left(String sendId) {
    chronicle.add(new Entry.Left(now(), sendId));
    return this;
  }

  Forged answered(String sendId, Entry.Answer answer) {
    chronicle.add(new Entry.Answered(now(), sendId, answer));
    return this;
  }

  Forged optedOut(String address) {
    chronicle.add(new Entry.OptedOut(now(), "org", address));
    return this;
  }

  Forged ordered(String id, String action) {
    chronicle.add(new Entry.Ordered(now(), id, action));
    return this;
  }

  Forged broke() {
    chronicle.add(new Entry.Broke(now(), "node", "IllegalStateException"));
    return this;
  }

  /** A whole send that goes well and takes two seconds. */
  Forged sent(String id, String address) {
    return begun(id, address).ends(id);
  }

  private Forged begun(String id, String address) {
    return shown(id, "sending", "send-" + id).called(id, "send-" + id, address);
  }

  private Forged ends(String id) {
    var send = "send-" + id;
    return after(1)
        .left(send)
        .after(1)
        .answered(send, Entry.Answer.ACCEPTED)
        .shown(id, "sent", send);
  }

  private Forged after(int seconds) {
    millis += seconds * 1_000L;
    return this;
  }

  private Letter letter(
      String id, String channel, String address, Letter.Hours hours, Optional<String> original) {
    return new Letter(
        id,
        "org",
        channel,
        "text of " + id,
        Optional.of("line"),
        Optional.of("p" + address),
        hours,
        Optional.empty(),
        START.plusMillis(millis),
        0,
        original,
        false);
  }

  private Moment now() {
    steps++;
    return new Moment(steps, millis * 1_000_000, START.plusMillis(millis));
  }
}
