package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the simulator answers: a text with a status, or a file. The factories hold the real server's
 * envelope and wording (relay contract, section 2).
 */
record RelayAnswer(int status, String contentType, String body, Optional<Path> file) {

  private static final String JSON = "application/json; charset=utf-8";

  /** A route the server does not know: no envelope. */
  static final RelayAnswer UNKNOWN_ROUTE =
      new RelayAnswer(404, "text/plain; charset=utf-8", "Not Found", Optional.empty());

  static RelayAnswer json(int status, JsonNode body) {
    return new RelayAnswer(status, JSON, Json.text(body), Optional.empty());
  }

  static RelayAnswer file(String mimeType, Path file) {
    return new RelayAnswer(200, mimeType, "", Optional.of(file));
  }

  static RelayAnswer ok(String message) {
    return json(200, envelope(200, message));
  }

  static RelayAnswer ok(String message, JsonNode data) {
    return json(200, envelope(200, message).set("data", data));
  }

  static RelayAnswer ok(String message, JsonNode data, JsonNode metadata) {
    ObjectNode envelope = envelope(200, message).set("data", data);
    return json(200, envelope.set("metadata", metadata));
  }

  static RelayAnswer badRequest(String detail) {
    var message = "You've made a bad request! Please check your request params & body";
    return error(400, message, "Validation Error", detail);
  }

  static RelayAnswer unauthorized(String detail) {
    var message = "You are not authorized to access this resource";
    return error(401, message, "Authentication Error", detail);
  }

  static RelayAnswer missing(String detail) {
    return error(404, "The requested resource was not found", "Database Error", detail);
  }

  static RelayAnswer unhandled(String detail) {
    return error(500, "An unhandled error has occurred!", "Server Error", detail);
  }

  static RelayAnswer sendError(String detail) {
    return json(500, sendErrorEnvelope(detail));
  }

  /** With the row that carries the error code, or with JSON's null when the server gave up. */
  static RelayAnswer sendError(String detail, JsonNode data) {
    return json(500, sendErrorEnvelope(detail).set("data", data));
  }

  private static ObjectNode sendErrorEnvelope(String detail) {
    return errorEnvelope(500, "Message Send Error", "iMessage Error", detail);
  }

  private static RelayAnswer error(int status, String message, String type, String detail) {
    return json(status, errorEnvelope(status, message, type, detail));
  }

  private static ObjectNode errorEnvelope(int status, String message, String type, String detail) {
    var error = Json.object().put("type", type).put("message", detail);
    return envelope(status, message).set("error", error);
  }

  private static ObjectNode envelope(int status, String message) {
    return Json.object().put("status", status).put("message", message);
  }
}
