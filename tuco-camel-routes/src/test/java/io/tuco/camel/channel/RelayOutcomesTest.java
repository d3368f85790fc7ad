package io.tuco.camel.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundAnswer.Answered;
import io.tuco.camel.outbound.OutboundAnswer.Failed;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeliveryOutcome.Accepted;
import io.tuco.core.dispatch.DeliveryOutcome.Kind;
import io.tuco.core.dispatch.DeliveryOutcome.NotSent;
import io.tuco.core.dispatch.DeliveryOutcome.Refused;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Relay contract, section 4, row by row; then what a real server was recorded to answer. */
final class RelayOutcomesTest {

  private static final Path RECORDED =
      Path.of("../../shared/specs/bluebubbles/recorded_behaviour.json");

  private static final String SEND_FAILED =
      "Failed to send message! See attached message error code.";

  private final RelayOutcomes outcomes = new RelayOutcomes(new RelayReplyCodec());

  private DeliveryOutcome of(int status, String body) {
    return outcomes.of(new Answered(status, Map.of(), body.getBytes(UTF_8)));
  }

  private static String sent(String data) {
    return "{\"status\":200,\"message\":\"Message sent!\",\"data\":" + data + "}";
  }

  private static String error(int status, String type, String text, String more) {
    return "{\"status\":%d,\"message\":\"Message Send Error\",\"error\":{\"type\":\"%s\",\"message\":\"%s\"}%s}"
        .formatted(status, type, text, more);
  }

  private static String sendError(String text, String more) {
    return error(500, "iMessage Error", text, more);
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        arguments("2 accepted", 200, sent("{\"guid\":\"G-1\",\"error\":0}"), Kind.ACCEPTED),
        arguments("3 by code 22", 200, sent("{\"guid\":\"G-1\",\"error\":22}"), Kind.REFUSED),
        arguments("3 by another code", 200, sent("{\"guid\":\"G\",\"error\":4}"), Kind.UNKNOWN),
        arguments("4 no data", 200, "{\"status\":200,\"message\":\"ok\"}", Kind.UNKNOWN),
        arguments("4 null data", 200, sent("null"), Kind.UNKNOWN),
        arguments("4 no guid", 200, sent("{\"error\":0}"), Kind.UNKNOWN),
        arguments("4 blank guid", 200, sent("{\"guid\":\" \",\"error\":0}"), Kind.UNKNOWN),
        arguments("4 no error field", 200, sent("{\"guid\":\"G-1\"}"), Kind.UNKNOWN),
        arguments("4 a null error", 200, sent("{\"guid\":\"G\",\"error\":null}"), Kind.UNKNOWN),
        arguments("4 a list", 200, sent("[{\"guid\":\"G-1\",\"error\":0}]"), Kind.UNKNOWN),
        arguments(
            "5 still queued",
            400,
            error(
                400,
                "Validation Error",
                "Message is already queued to be sent! (Temp GUID: t1)",
                ""),
            Kind.UNKNOWN),
        arguments(
            "6 our bug",
            400,
            error(400, "Validation Error", "The chatGuid field is required.", ""),
            Kind.REFUSED),
        arguments("6 but not the relay's", 400, "<html>Bad Request</html>", Kind.UNKNOWN),
        arguments("6 of another type", 400, error(400, "Socket Error", "x", ""), Kind.UNKNOWN),
        arguments(
            "7 wrong password",
            401,
            error(401, "Authentication Error", "Unauthorized", ""),
            Kind.NOT_SENT),
        arguments("7 forbidden", 403, "Forbidden", Kind.NOT_SENT),
        arguments(
            "8 not on iMessage",
            500,
            sendError(SEND_FAILED, ",\"data\":{\"guid\":\"G-1\",\"error\":22}"),
            Kind.REFUSED),
        arguments(
            "9 timed out",
            500,
            sendError(SEND_FAILED, ",\"data\":{\"guid\":\"G-1\",\"error\":4}"),
            Kind.UNKNOWN),
        arguments(
            "9 another code",
            500,
            sendError(SEND_FAILED, ",\"data\":{\"guid\":\"G-1\",\"error\":41}"),
            Kind.UNKNOWN),
        arguments("10 null data", 500, sendError(SEND_FAILED, ",\"data\":null"), Kind.UNKNOWN),
        arguments(
            "11 no data",
            500,
            sendError("[500] Message sent with an error. See attached message", ""),
            Kind.UNKNOWN),
        arguments(
            "12 helper away",
            500,
            sendError("iMessage Private API Helper is not connected!", ""),
            Kind.NOT_SENT),
        arguments(
            "12 private API off",
            500,
            sendError("iMessage Private API is not enabled!", ""),
            Kind.NOT_SENT),
        arguments("13 another 500", 500, error(500, "Server Error", "x", ""), Kind.UNKNOWN),
        arguments("13 no envelope", 500, "Internal Server Error", Kind.UNKNOWN),
        arguments("13 nothing", 500, "", Kind.UNKNOWN),
        arguments("14 wrong base URL", 404, "Not Found", Kind.NOT_SENT),
        arguments("14 but an envelope", 404, error(404, "Database Error", "x", ""), Kind.UNKNOWN),
        arguments(
            "15 the server's deadline", 504, error(504, "Gateway Timeout", "x", ""), Kind.UNKNOWN),
        arguments("15 unparsable", 200, "{\"status\":200,", Kind.UNKNOWN),
        arguments("16 proxy", 502, "<html>Bad Gateway</html>", Kind.UNKNOWN),
        arguments("16 proxy away", 503, "", Kind.UNKNOWN),
        arguments("nobody thought of 418", 418, "{}", Kind.UNKNOWN),
        arguments("nobody thought of 302", 302, "", Kind.UNKNOWN));
  }

  @ParameterizedTest(name = "row {0}")
  @MethodSource("rows")
  void readsEveryRow(String row, int status, String body, Kind kind) {
    assertThat(of(status, body).kind()).as(row).isEqualTo(kind);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void tellsWhetherTheFirstByteWasWritten(Failed failed, Kind kind) {
    assertThat(outcomes.of(failed).kind()).isEqualTo(kind);
  }

  /** Row 1, and the part of row 15 that has no answer. */
  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(new Failed(true, "The connection was refused"), Kind.NOT_SENT),
        arguments(new Failed(false, "The operation was aborted due to timeout"), Kind.UNKNOWN),
        arguments(new Failed(false, "The connection was lost"), Kind.UNKNOWN),
        arguments(new Failed(false, "The answer was too long"), Kind.UNKNOWN));
  }

  @Test
  void keepsTheGuidOfWhatWasAccepted() {
    assertThat(of(200, sent("{\"guid\":\"G-1\",\"error\":0}"))).isEqualTo(new Accepted("G-1"));
  }

  @Test
  void triesTheNextAddressAfterError22Alone() {
    var noIMessage = (Refused) of(200, sent("{\"guid\":\"G-1\",\"error\":22}"));
    var ourBug = (Refused) of(400, error(400, "Validation Error", "x", ""));

    assertThat(noIMessage.scope()).isEqualTo(Scope.ADDRESS);
    assertThat(ourBug.scope()).isEqualTo(Scope.MESSAGE);
  }

  @Test
  void takesTheDeviceDownForCredentialsAndForAWrongVersion() {
    assertThat(((NotSent) of(401, "")).senderDown()).isTrue();
    assertThat(((NotSent) of(403, "")).senderDown()).isTrue();
    assertThat(((NotSent) of(404, "Not Found")).senderDown()).isTrue();
    assertThat(
            ((NotSent) of(500, sendError("iMessage Private API is not enabled!", ""))).senderDown())
        .isFalse();
  }

  @Test
  void readsWhatARealServerAnswered() throws IOException {
    assumeTrue(Files.exists(RECORDED), "no recorded answers at " + RECORDED);

    var read = new LinkedHashMap<String, Kind>();
    for (var recorded : new ObjectMapper().readTree(RECORDED.toFile())) {
      if (isSend(recorded.path("request"))) {
        read.put(recorded.path("case").asText(), outcomes.of(answerOf(recorded)).kind());
      }
    }

    assertThat(read)
        .hasSizeGreaterThan(15)
        .containsEntry("text private-api", Kind.ACCEPTED)
        .containsEntry("text apple-script", Kind.ACCEPTED)
        .containsEntry("same tempGuid AFTER completion", Kind.ACCEPTED)
        .containsEntry("text no chatGuid", Kind.REFUSED)
        .containsEntry("text default method no tempGuid", Kind.REFUSED)
        .containsEntry("text send error (error=22 in db)", Kind.UNKNOWN)
        .containsEntry("text rejected promise error=22", Kind.REFUSED)
        .containsEntry("text promise timeout", Kind.UNKNOWN)
        .containsEntry("text thrown error", Kind.NOT_SENT)
        .containsEntry("same tempGuid WHILE in flight", Kind.UNKNOWN)
        .containsEntry("malformed json", Kind.UNKNOWN);
    assertThat(read.values()).as("nothing accepted that was not sent").doesNotContainNull();
  }

  private static boolean isSend(JsonNode request) {
    return request.path("method").asText().equals("POST")
        && request.path("path").asText().equals("/api/v1/message/text");
  }

  private static OutboundAnswer answerOf(JsonNode recorded) {
    var response = recorded.path("response");
    var body = response.path("body");
    var text = body.isTextual() ? body.textValue() : body.toString();
    return new Answered(response.path("status").asInt(), Map.of(), text.getBytes(UTF_8));
  }
}
