package io.tuco.camel.channel.sms;

import io.tuco.camel.channel.sms.TwilioReply.Page;
import io.tuco.camel.channel.sms.TwilioReply.Row;
import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundAnswer.Answered;
import io.tuco.core.address.Address;
import io.tuco.core.dispatch.DeviceRow;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.message.Send;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of Twilio's messages may be those of an attempt (Twilio contract, section 2). */
final class TwilioRows {

  /** Twilio's clock and ours may differ, and its times are cut to whole seconds. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

  /** For a message that failed without saying why: Twilio's own code for that. */
  private static final int UNKNOWN_ERROR = 30008;

  private static final Comparator<Row> OLDEST_FIRST =
      Comparator.comparing(row -> row.createdAt().orElse(Instant.MAX));

  private final TwilioReplyCodec replies;

  TwilioRows(TwilioReplyCodec replies) {
    this.replies = replies;
  }

  /** The earliest instant at which a message of the attempt can have been made. */
  static Instant since(Send attempt) {
    return attempt.startedAt().minus(CLOCK_SKEW);
  }

  /** Silence unless the whole list came and could be read. */
  DeviceRows of(OutboundAnswer answer, Send attempt) {
    return answer instanceof Answered answered && answered.status() == 200
        ? replies
            .read(answered.body())
            .flatMap(TwilioReply::page)
            .map(page -> rows(page, attempt))
            .orElseGet(DeviceRows::silence)
        : DeviceRows.silence();
  }

  private static DeviceRows rows(Page page, Send attempt) {
    var since = since(attempt);
    var rows =
        page.rows().stream()
            .filter(row -> row.createdAt().filter(at -> at.isBefore(since)).isEmpty())
            .sorted(OLDEST_FIRST)
            .map(row -> row(row, attempt.addresses()))
            .toList();
    return new DeviceRows(page.last(), rows);
  }

  private static DeviceRow row(Row row, List<Address> known) {
    return DeviceRow.text(row.sid(), row.body(), addressOf(row, known), errorOf(row));
  }

  private static Optional<Address> addressOf(Row row, List<Address> known) {
    return known.stream().filter(address -> address.value().equals(row.to())).findFirst();
  }

  private static int errorOf(Row row) {
    return row.failed() || row.canceled() ? row.errorCode().orElse(UNKNOWN_ERROR) : 0;
  }
}
