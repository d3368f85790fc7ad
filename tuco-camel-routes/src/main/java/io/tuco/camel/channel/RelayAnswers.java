package io.tuco.camel.channel;

import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundAnswer.Answered;
import io.tuco.camel.outbound.OutboundAnswer.Failed;
import io.tuco.core.address.Address;
import io.tuco.core.dispatch.Availability;
import io.tuco.core.dispatch.ChatSignal;
import io.tuco.core.dispatch.DeviceRow;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.line.DeviceProbe;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the relay's answers to everything but a send mean. */
final class RelayAnswers {

  private static final int LONGEST_COMPLAINT = 200;
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\u2028\u2029]+");

  private final RelayReplyCodec replies;

  RelayAnswers(RelayReplyCodec replies) {
    this.replies = replies;
  }

  Availability availability(OutboundAnswer answer) {
    if (answer instanceof Failed failed && failed.nothingLeft()) {
      return Availability.UNREACHABLE;
    }
    return good(answer)
        .flatMap(RelayReply::available)
        .map(yes -> yes ? Availability.AVAILABLE : Availability.UNAVAILABLE)
        .orElse(Availability.UNANSWERED);
  }

  /** One try: whatever is no clear yes may have been done, and is told in the relay's words. */
  ChatSignal.Outcome signal(OutboundAnswer answer) {
    if (answer instanceof Failed failed) {
      return new ChatSignal.Outcome.NotConfirmed(failed.reason());
    }
    var answered = (Answered) answer;
    return answered.status() == 200
        ? new ChatSignal.Outcome.Done()
        : new ChatSignal.Outcome.NotConfirmed(complaint(answered));
  }

  private String complaint(Answered answered) {
    return replies
        .read(answered.body())
        .map(RelayReply::errorText)
        .map(RelayAnswers::oneLine)
        .filter(text -> !text.isEmpty())
        .orElse("HTTP " + answered.status());
  }

  private static String oneLine(String text) {
    var line = CONTROLS.matcher(text).replaceAll(" ").strip();
    return line.length() > LONGEST_COMPLAINT ? line.substring(0, LONGEST_COMPLAINT) : line;
  }

  DeviceProbe probe(OutboundAnswer answer) {
    if (answer instanceof Failed failed) {
      return new DeviceProbe.NoAnswer(failed.reason());
    }
    var status = ((Answered) answer).status();
    if (status == 401 || status == 403) {
      return new DeviceProbe.CredentialsRefused();
    }
    return good(answer)
        .flatMap(RelayReply::server)
        .<DeviceProbe>map(
            server ->
                new DeviceProbe.Answered(
                    server.privateApi() && server.helperConnected(), server.osMajor()))
        .orElseGet(() -> new DeviceProbe.NoAnswer("HTTP " + status + " without server info"));
  }

  /** Our own rows; one whose chat is none of {@code known} belongs to somebody else. */
  DeviceRows rows(OutboundAnswer answer, List<Address> known) {
    return good(answer)
        .map(reply -> new DeviceRows(true, ours(reply, known)))
        .orElseGet(DeviceRows::silence);
  }

  private static List<DeviceRow> ours(RelayReply reply, List<Address> known) {
    return reply.rows().stream()
        .filter(RelayRow::fromMe)
        .filter(row -> row.chatAddress().isEmpty() || addressOf(row, known).isPresent())
        .map(row -> deviceRow(row, known))
        .collect(Collectors.toList());
  }

  private static DeviceRow deviceRow(RelayRow row, List<Address> known) {
    return new DeviceRow(row.guid(), row.text(), row.files(), addressOf(row, known), row.error());
  }

  private static Optional<Address> addressOf(RelayRow row, List<Address> known) {
    return row.chatAddress()
        .flatMap(
            text ->
                known.stream()
                    .filter(address -> address.value().equalsIgnoreCase(text))
                    .findFirst());
  }

  private Optional<RelayReply> good(OutboundAnswer answer) {
    return answer instanceof Answered answered && answered.status() == 200
        ? replies.read(answered.body())
        : Optional.empty();
  }
}
