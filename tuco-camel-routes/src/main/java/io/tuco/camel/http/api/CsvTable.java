package io.tuco.camel.http.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Message documents as rows of a table: RFC 4180, with CRLF. What a spreadsheet would take for a
 * formula gets an apostrophe in front: texts are other people's words (security, CSV injection).
 */
final class CsvTable {

  private static final String FORMULAS = "=+-@\t\r\n";
  private static final String SPECIAL = ",\"\r\n";
  private static final String END = "\r\n";

  private static final List<String> COLUMNS =
      List.of(
          "_id",
          "createdAt",
          "direction",
          "messageType",
          "status",
          "outcome",
          "reason",
          "errorMessage",
          "message",
          "subject",
          "recipientName",
          "recipientPhone",
          "recipientEmail",
          "leadId",
          "fromLineId",
          "fromLinePhone",
          "fromLineEmail",
          "batchId",
          "scheduledDate",
          "nextAttemptAt",
          "sentAt",
          "deliveredAt",
          "readAt",
          "attempts",
          "segments",
          "externalMessageId",
          "checkedAddresses",
          "attachmentUrls",
          "attachmentNames",
          "fallbackOf",
          "fallbackMessageId",
          "createdByUserId",
          "ghlContactId",
          "ghlLocationId",
          "hsContactId",
          "hsPortalId",
          "correlationId",
          "updatedAt");

  private CsvTable() {}

  static String head() {
    return String.join(",", COLUMNS) + END;
  }

  static String row(Map<String, @Nullable Object> document) {
    return COLUMNS.stream()
            .map(column -> quoted(harmless(text(document.get(column)))))
            .collect(Collectors.joining(","))
        + END;
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof List<?> items
        ? items.stream().map(String::valueOf).collect(Collectors.joining(" "))
        : value.toString();
  }

  private static String harmless(String text) {
    return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    return text.chars().anyMatch(each -> SPECIAL.indexOf(each) >= 0)
        ? "\"" + text.replace("\"", "\"\"") + "\""
        : text;
  }
}
