package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The body of a request: named fields from JSON or from a form, and a file with the latter. */
record RelayBody(ObjectNode fields, Optional<Upload> file) {

  private static final RelayBody EMPTY = new RelayBody(Json.object(), Optional.empty());

  /** Reads to the end. Fails with {@link JsonProcessingException} when JSON is malformed. */
  static Future<RelayBody> read(HttpServerRequest request) {
    return isForm(request) ? readForm(request) : request.body().compose(RelayBody::readJson);
  }

  /** The fields and, in place of the file, its name and size. */
  ObjectNode summary() {
    var summary = fields.deepCopy();
    file.ifPresent(
        upload ->
            summary
                .putObject("attachment")
                .put("name", upload.name())
                .put("bytes", upload.bytes().length()));
    return summary;
  }

  private static boolean isForm(HttpServerRequest request) {
    var type = Optional.ofNullable(request.getHeader("content-type")).orElse("");
    var lower = type.toLowerCase(Locale.ROOT);
    return lower.startsWith("multipart/form-data")
        || lower.startsWith("application/x-www-form-urlencoded");
  }

  private static Future<RelayBody> readJson(Buffer buffer) {
    try {
      return Future.succeededFuture(
          Json.parse(buffer.toString()) instanceof ObjectNode fields
              ? new RelayBody(fields, Optional.empty())
              : EMPTY);
    } catch (JsonProcessingException e) {
      return Future.failedFuture(e);
    }
  }

  private static Future<RelayBody> readForm(HttpServerRequest request) {
    var uploads = new ArrayList<Upload>();
    request.setExpectMultipart(true);
    request.uploadHandler(file -> collect(file, uploads));
    return request.end().map(end -> new RelayBody(formFields(request), attachment(uploads)));
  }

  private static void collect(HttpServerFileUpload file, List<Upload> uploads) {
    var bytes = Buffer.buffer();
    file.handler(bytes::appendBuffer);
    file.endHandler(
        end -> {
          if (file.name().equals("attachment")) {
            uploads.add(new Upload(file.filename(), file.contentType(), bytes));
          }
        });
  }

  private static ObjectNode formFields(HttpServerRequest request) {
    var fields = Json.object();
    request.formAttributes().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
    return fields;
  }

  private static Optional<Upload> attachment(List<Upload> uploads) {
    return uploads.stream().filter(upload -> upload.bytes().length() > 0).findFirst();
  }
}
