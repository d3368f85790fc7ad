package io.tuco.camel.story;

import static io.tuco.camel.story.BadRequests.as;
import static io.tuco.camel.story.BadRequests.coded;
import static io.tuco.camel.story.BadRequests.error;
import static io.tuco.camel.story.BadRequests.wrong;

import io.tuco.camel.story.BadRequest.As;
import java.util.List;
import java.util.stream.Stream;

/** Calls that set up a workspace: webhooks, fallback and settings (sections 11, 12 and 14). */
final class BadWorkspaceRequests {

  /** Accounts whose credentials Twilio refuses, and that it does not answer about. */
  static final String REFUSED_ACCOUNT = "AC" + "1".repeat(32);

  static final String SILENT_ACCOUNT = "AC" + "2".repeat(32);

  private static final String FALLBACK = "/api/workspace/fallback-config";
  private static final String SETTINGS = "/api/workspace/settings";
  private static final String WEBHOOK =
      "{\"url\":\"https://hooks.example/\",\"events\":[\"message.sent\"],";

  private BadWorkspaceRequests() {}

  static List<BadRequest> all() {
    return Stream.of(webhooks(), fallback(), settings()).flatMap(List::stream).toList();
  }

  private static List<BadRequest> webhooks() {
    return List.of(
        as(
            As.A_CLIENT,
            "POST",
            "/api/webhooks",
            WEBHOOK + "\"name\":\"" + "n".repeat(201) + "\"}",
            400,
            invalid("name")),
        as(
            As.A_CLIENT,
            "POST",
            "/api/webhooks",
            WEBHOOK + "\"name\":\"n\",\"description\":\"" + "d".repeat(1_001) + "\"}",
            400,
            invalid("description")),
        as(As.A_CLIENT, "POST", "/api/webhooks", "{\"events\":[5]}", 400, invalid("events")),
        as(
            As.A_CLIENT_BOUND_TO_ANOTHER_LINE,
            "POST",
            "/api/webhooks",
            WEBHOOK + "\"name\":\"n\"}",
            403,
            coded("Line not accessible", "line_not_accessible")));
  }

  private static List<BadRequest> fallback() {
    return List.of(
        fallback("{\"enabled\":5}", wrong("enabled", "boolean")),
        fallback("{\"provider\":5}", wrong("provider", "string")),
        fallback(
            "{\"provider\":\"fax\"}",
            coded("Invalid provider. Must be twilio", "VALIDATION_ERROR")),
        fallback("{\"accountSid\":\"AC1\"}", invalid("accountSid")),
        fallback("{\"authToken\":\" \"}", invalid("authToken")),
        fallback("{\"fromNumber\":\"?\"}", invalid("fromNumber")),
        fallback("{\"messagingServiceSid\":\"MG1\"}", invalid("messagingServiceSid")),
        fallback(
            "{\"fromNumber\":\"+12025550190\",\"messagingServiceSid\":\"MG"
                + "0".repeat(32)
                + "\"}",
            coded(
                "Provide either fromNumber or messagingServiceSid, not both", "VALIDATION_ERROR")),
        fallback(
            "{\"sendFallbackSmsOnFailed\":true}",
            coded(
                "sendFallbackSmsOnFailed is true but fallback SMS is not configured. Configure"
                    + " fallback in workspace settings (Settings → Fallback) or set"
                    + " sendFallbackSmsOnFailed to false.",
                "FALLBACK_NOT_CONFIGURED")),
        fallback(account(REFUSED_ACCOUNT), coded("Credentials were refused", "VALIDATION_ERROR")),
        as(
            As.A_CLIENT,
            "PATCH",
            FALLBACK,
            account(SILENT_ACCOUNT),
            502,
            error("Twilio could not be reached")));
  }

  private static List<BadRequest> settings() {
    return List.of(
        settings("{\"timezone\":5}", wrong("timezone", "string")),
        settings("{\"doubleSendGuard\":5}", wrong("doubleSendGuard", "object")),
        settings(
            "{\"doubleSendGuard\":{\"enabled\":5}}", wrong("doubleSendGuard.enabled", "boolean")),
        settings("{\"timezone\":\"Mars/Olympus\"}", invalid("timezone")),
        settings("{\"capResetTimezone\":\"+02:00\"}", invalid("capResetTimezone")),
        settings("{\"defaultRegion\":\"XX\"}", invalid("defaultRegion")),
        settings("{\"defaultWaitSeconds\":31}", invalid("defaultWaitSeconds")),
        settings("{\"stopOnReply\":1}", wrong("stopOnReply", "boolean")),
        settings(tooLong("confirmation"), invalid("answerTexts.confirmation")),
        settings(tooLong("help"), invalid("answerTexts.help")),
        settings(tooLong("start"), invalid("answerTexts.start")),
        settings(
            "{\"doubleSendGuard\":{\"windowSeconds\":0}}",
            invalid("doubleSendGuard.windowSeconds")),
        settings("{\"unknownPolicy\":{\"action\":\"panic\"}}", invalid("unknownPolicy.action")),
        settings(
            "{\"unknownPolicy\":{\"action\":\"resend\"}}", invalid("unknownPolicy.afterHours")));
  }

  private static BadRequest fallback(String body, String answer) {
    return as(As.A_CLIENT, "PATCH", FALLBACK, body, 400, answer);
  }

  private static BadRequest settings(String body, String answer) {
    return as(As.A_CLIENT, "PATCH", SETTINGS, body, 400, answer);
  }

  private static String tooLong(String answer) {
    return "{\"answerTexts\":{\"" + answer + "\":\"" + "a".repeat(1601) + "\"}}";
  }

  private static String account(String sid) {
    return "{\"enabled\":true,\"accountSid\":\"%s\",\"authToken\":\"t\",\"fromNumber\":\"+12025550190\"}"
        .formatted(sid);
  }

  private static String invalid(String field) {
    return coded("Invalid " + field, "VALIDATION_ERROR");
  }
}
