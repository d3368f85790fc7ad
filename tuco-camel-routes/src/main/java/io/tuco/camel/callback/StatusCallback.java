package io.tuco.camel.callback;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Twilio reports of a text it had taken (Twilio contract, section 4).
 *
 * @param messageSid our {@code externalMessageId}
 * @param status Twilio's word, also one we do not know
 * @param errorCode why it failed, when it did
 */
public record StatusCallback(String messageSid, String status, Optional<Integer> errorCode) {

  /** What its word means to us. */
  enum Progress {
    TAKEN,
    ARRIVED,
    READ,
    FAILED,
    NO_NEWS
  }

  private static final Pattern SID = Pattern.compile("(SM|MM)[0-9a-fA-F]{32}");
  private static final Pattern CODE = Pattern.compile("[1-9][0-9]{0,5}");

  /** Empty when the form names no message or no status; everything else in it is ignored. */
  public static Optional<StatusCallback> parse(Map<String, List<String>> form) {
    var sid = first(form, "MessageSid").filter(text -> SID.matcher(text).matches());
    var status = first(form, "MessageStatus").filter(text -> !text.isEmpty());
    var code = first(form, "ErrorCode").filter(text -> CODE.matcher(text).matches());
    return sid.isPresent() && status.isPresent()
        ? Optional.of(new StatusCallback(sid.get(), status.get(), code.map(Integer::valueOf)))
        : Optional.empty();
  }

  Progress progress() {
    return switch (status) {
      case "accepted", "scheduled", "queued", "sending", "sent" -> Progress.TAKEN;
      case "delivered" -> Progress.ARRIVED;
      case "read" -> Progress.READ;
      case "failed", "undelivered", "canceled" -> Progress.FAILED;
      default -> Progress.NO_NEWS;
    };
  }

  private static Optional<String> first(Map<String, List<String>> form, String name) {
    return form.getOrDefault(name, List.of()).stream().findFirst();
  }
}
