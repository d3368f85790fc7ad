package io.tuco.camel.http.api;

import io.tuco.camel.json.EcmaScriptJson;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an export looks like. */
enum ExportFormat {
  /** A table for spreadsheets, RFC 4180. */
  CSV("text/csv; charset=utf-8; header=present") {
    @Override
    String head() {
      return CsvTable.head();
    }

    @Override
    String row(Map<String, @Nullable Object> document) {
      return CsvTable.row(document);
    }
  },
  /** A message document a line. */
  NDJSON("application/x-ndjson") {
    @Override
    String head() {
      return "";
    }

    @Override
    String row(Map<String, @Nullable Object> document) {
      return EcmaScriptJson.stringify(document) + "\n";
    }
  };

  private final String contentType;

  ExportFormat(String contentType) {
    this.contentType = contentType;
  }

  abstract String head();

  abstract String row(Map<String, @Nullable Object> document);

  String contentType() {
    return contentType;
  }

  String fileName() {
    return "messages." + wire();
  }

  static Optional<ExportFormat> parse(String wire) {
    return Arrays.stream(values()).filter(each -> each.wire().equals(wire)).findFirst();
  }

  private String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
