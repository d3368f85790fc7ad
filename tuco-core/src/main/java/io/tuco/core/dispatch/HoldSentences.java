package io.tuco.core.dispatch;

import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Message;
import io.tuco.core.timing.SendHours;
import io.tuco.core.timing.SendWindow;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One sentence for each rule that holds a message, with its zone and its local time. */
public final class HoldSentences {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private HoldSentences() {}

  static String date(Instant due, ZoneId zone) {
    return "Scheduled for " + local(due, zone) + ".";
  }

  static String window(SendWindow window, Instant opens) {
    return "The send window " + window + " opens at " + local(opens, window.zone()) + ".";
  }

  static String health(SenderHealth health) {
    return health.failures().isEmpty()
        ? "The line's sender has not answered yet."
        : "The line's sender is not healthy: " + String.join("; ", health.failures()) + ".";
  }

  static String dailyLimit(int limit, String what, Instant turns, ZoneId zone) {
    return String.format(
        Locale.ROOT,
        "The line has reached its limit of %d %s a day until %s.",
        limit,
        what,
        local(turns, zone));
  }

  static String hourlyLimit(int limit, String what, Instant turns) {
    return String.format(
        Locale.ROOT,
        "The line has reached its limit of %d %s an hour until %s.",
        limit,
        what,
        local(turns, ZoneOffset.UTC));
  }

  static String deviceGap(Duration gap, Instant free) {
    return String.format(
        Locale.ROOT, "The device rests %s after each send, until %s.", words(gap), exact(free));
  }

  static String contactGap(Duration gap, Instant free) {
    return String.format(
        Locale.ROOT, "The line rests %s between new contacts, until %s.", words(gap), exact(free));
  }

  public static String retry(Instant due) {
    return "The last attempt did not leave; the next one is due at " + exact(due) + ".";
  }

  public static String queue(Instant due) {
    return "It has been due since " + exact(due) + " and waits for its turn on its line.";
  }

  public static String unknown(Instant since) {
    return "It may have left at "
        + exact(since)
        + "; nothing is sent again before the device or provider has told.";
  }

  /** A line's hold that lets go at an instant at which the message's own window is closed. */
  public static Hold then(Hold hold, Message message, Workspace workspace) {
    return hold.until()
        .flatMap(
            at ->
                SendHours.of(message.window(), workspace.zone())
                    .flatMap(window -> Gate.window(window, at)))
        .map(
            closed ->
                new Hold(
                    hold.by(),
                    hold.reason(),
                    hold.since(),
                    closed.until(),
                    hold.detail() + " Then: " + closed.detail()))
        .orElse(hold);
  }

  private static String local(Instant instant, ZoneId zone) {
    var name = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    return MINUTES.format(instant.atZone(zone)) + " " + name;
  }

  private static String exact(Instant instant) {
    return SECONDS.format(instant.atOffset(ZoneOffset.UTC)) + " UTC";
  }

  private static String words(Duration gap) {
    return gap.toSeconds() + " s";
  }
}
