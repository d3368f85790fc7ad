package io.tuco.camel.http.api;

import io.tuco.camel.json.JsonReader;
import io.tuco.core.intake.AttachmentWords;
import io.tuco.core.intake.RecipientWords;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.intake.WindowWords;
import io.tuco.core.message.CrmIds;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the send call's body (API contract, section 2.1). Types are checked here and nothing else;
 * the words are judged by the core. Fields that a client may not set are not even looked at.
 */
final class SubmissionJson {

  private SubmissionJson() {}

  /** The words; the reader knows afterwards whether a type was wrong. */
  static SubmitMessage read(JsonReader body) {
    body.flag("dryRun");
    return new SubmitMessage(
        body.text("message"),
        body.text("subject"),
        body.text("messageType"),
        recipient(body),
        attachments(body),
        window(body),
        body.text("fromLineId"),
        body.flag("sendFallbackSmsOnFailed"),
        body.text("batchId"),
        body.text("contactOwnerEmail"),
        crm(body));
  }

  /** Whether the caller only wants to know; what is neither true nor false is refused later. */
  static boolean isTrial(JsonReader body) {
    return Boolean.TRUE.equals(body.tree().get("dryRun"));
  }

  private static RecipientWords recipient(JsonReader body) {
    return new RecipientWords(
        body.text("recipientPhone"),
        body.text("recipientEmail"),
        body.text("recipientName"),
        body.text("leadId"),
        numbered(body, "altPhone"),
        numbered(body, "altEmail"),
        body.flag("tryAlternates"));
  }

  private static List<Optional<String>> numbered(JsonReader body, String field) {
    return Stream.of("1", "2", "3").map(place -> body.text(field + place)).toList();
  }

  /** An attachmentUrls that is no array has a refusal of its own, which is the core's. */
  private static AttachmentWords attachments(JsonReader body) {
    var names = body.texts("attachmentNames").orElseGet(List::of);
    return switch (body.shape("attachmentUrls")) {
      case ABSENT -> new AttachmentWords(true, List.of(), names);
      case ARRAY -> new AttachmentWords(true, urls(body), names);
      default -> new AttachmentWords(false, List.of(), names);
    };
  }

  private static List<Optional<String>> urls(JsonReader body) {
    return body.array("attachmentUrls").orElseGet(List::of).stream()
        .map(item -> item instanceof String url ? Optional.of(url) : Optional.<String>empty())
        .toList();
  }

  /** {@code settings} is an alias; what stands at the top level wins. */
  private static WindowWords window(JsonReader body) {
    var settings = body.object("settings");
    return new WindowWords(
        body.text("scheduledDate"),
        either(body, settings, "timezone"),
        either(body, settings, "sendWindowStart"),
        either(body, settings, "sendWindowEnd"),
        days(body).or(() -> days(settings)).orElseGet(List::of));
  }

  private static Optional<String> either(JsonReader body, JsonReader settings, String field) {
    var atTop = body.text(field);
    var inSettings = settings.text(field);
    return atTop.or(() -> inSettings);
  }

  /** A null among the days is as wrong as any other stranger; the core refuses its word. */
  private static Optional<List<Object>> days(JsonReader reader) {
    return reader
        .array("allowedDaysOfWeek")
        .map(items -> items.stream().map(SubmissionJson::word).toList());
  }

  private static Object word(@Nullable Object item) {
    return item instanceof Map || item instanceof List
        ? item.toString()
        : Objects.requireNonNullElse(item, "null");
  }

  private static CrmIds crm(JsonReader body) {
    return new CrmIds(
        filled(body.text("ghlContactId")),
        filled(body.text("ghlLocationId")),
        filled(body.text("hsContactId")),
        filled(body.text("hsPortalId")));
  }

  private static Optional<String> filled(Optional<String> id) {
    return id.filter(text -> !text.isBlank());
  }
}
