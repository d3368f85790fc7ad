package io.tuco.core.crm;

import io.tuco.core.message.MessageStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What a {@link CrmJob} does. */
public enum CrmTask {
  LOG_SENT(CrmActivity.Kind.SENT),
  LOG_FAILED(CrmActivity.Kind.FAILED),
  LOG_FALLBACK(CrmActivity.Kind.FALLBACK),
  LOG_REPLY(CrmActivity.Kind.REPLY),
  REPORT_SENT(MessageStatus.SENT),
  REPORT_DELIVERED(MessageStatus.DELIVERED),
  REPORT_FAILED(MessageStatus.FAILED),
  REPORT_FALLBACK(MessageStatus.FALLBACK),
  REPORT_CANCELLED(MessageStatus.CANCELLED),
  REPORT_READ,
  /** Tells the CRM whether the person may be written to, as it is by then. */
  OPT_OUT,
  /** Asks the CRM what a contact is now. */
  FETCH;

  private final Optional<CrmActivity.Kind> activity;
  private final Optional<MessageStatus> status;

  CrmTask(CrmActivity.Kind logged) {
    activity = Optional.of(logged);
    status = Optional.empty();
  }

  CrmTask(MessageStatus reported) {
    activity = Optional.empty();
    status = Optional.of(reported);
  }

  CrmTask() {
    activity = Optional.empty();
    status = Optional.empty();
  }

  /** What it logs; only of those that log. */
  public Optional<CrmActivity.Kind> activity() {
    return activity;
  }

  /** What it reports; only of those that report a status. */
  public Optional<MessageStatus> status() {
    return status;
  }

  public boolean isReport() {
    return status.isPresent() || this == REPORT_READ;
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What logs such an activity. */
  public static CrmTask logging(CrmActivity.Kind kind) {
    return one(task -> task.activity.equals(Optional.of(kind))).orElseThrow();
  }

  /** What reports the status; empty for one that no CRM waits for. */
  public static Optional<CrmTask> reporting(MessageStatus status) {
    return one(task -> task.status.equals(Optional.of(status)));
  }

  private static Optional<CrmTask> one(Predicate<CrmTask> wanted) {
    return Arrays.stream(values()).filter(wanted).findFirst();
  }
}
