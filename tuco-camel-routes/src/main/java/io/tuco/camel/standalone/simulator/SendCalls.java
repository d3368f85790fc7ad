package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls that send, with the checks the real server makes first and in its order. */
final class SendCalls {

  private static final String APPLE_SCRIPT = "apple-script";
  private static final String PRIVATE_API = "private-api";
  private static final String NEEDS_TEMP_GUID =
      "A 'tempGuid' is required when sending via AppleScript";

  /** A minus takes a reaction back. */
  private static final String[] REACTIONS =
      Stream.of("love", "like", "dislike", "laugh", "emphasize", "question")
          .flatMap(reaction -> Stream.of(reaction, "-" + reaction))
          .toArray(String[]::new);

  private final Departures departures;

  SendCalls(Departures departures) {
    this.departures = departures;
  }

  Future<RelayAnswer> text(RelayCall call) {
    var fields = call.fields();
    var complaint =
        new FieldRules(fields)
            .required("chatGuid")
            .text("chatGuid")
            .text("tempGuid")
            .present("message")
            .text("message")
            .oneOf("method", APPLE_SCRIPT, PRIVATE_API)
            .text("effectId")
            .text("subject")
            .text("selectedMessageGuid")
            .atLeast("partIndex", 0)
            .complaint()
            .or(() -> methodComplaint(fields));
    var body = MessageBody.text(fields.path("message").asText(""), Json.string(fields, "subject"));
    return sendUnless(complaint, call, outgoing(SendKind.TEXT, fields, body));
  }

  Future<RelayAnswer> attachment(RelayCall call) {
    var fields = call.fields();
    var file = call.body().file();
    var complaint =
        new FieldRules(fields)
            .required("chatGuid")
            .text("tempGuid")
            .oneOf("method", APPLE_SCRIPT, PRIVATE_API)
            .required("name")
            .oneOf("isAudioMessage", "true", "false")
            .atLeast("partIndex", 0)
            .refuseIf(file.isEmpty(), "Attachment not provided or was empty!")
            .refuseIf(lacksTempGuid(fields), NEEDS_TEMP_GUID)
            .complaint();
    var named = file.map(upload -> upload.named(fields.path("name").asText()));
    var plain = outgoing(SendKind.ATTACHMENT, fields, MessageBody.files(List.of()));
    return sendUnless(complaint, call, plain.withFile(named));
  }

  Future<RelayAnswer> reaction(RelayCall call) {
    var fields = call.fields();
    var target = fields.path("selectedMessageGuid").asText("");
    var complaint =
        new FieldRules(fields)
            .required("chatGuid")
            .required("selectedMessageGuid")
            .required("reaction")
            .oneOf("reaction", REACTIONS)
            .atLeast("partIndex", 0)
            .refuseIf(
                call.device().table().find(target).isEmpty(), "Selected message does not exist!")
            .complaint();
    var tapback = new MessageBody.Tapback(target, fields.path("reaction").asText());
    return sendUnless(
        complaint, call, outgoing(SendKind.REACTION, fields, MessageBody.reaction(tapback)));
  }

  private Future<RelayAnswer> sendUnless(
      Optional<String> complaint, RelayCall call, Outgoing outgoing) {
    return complaint
        .map(text -> Future.succeededFuture(RelayAnswer.badRequest(text)))
        .orElseGet(() -> departures.send(call, outgoing));
  }

  private static Outgoing outgoing(SendKind kind, JsonNode fields, MessageBody body) {
    return Outgoing.of(
        kind,
        ChatGuid.of(fields.path("chatGuid").asText("")),
        body,
        Json.string(fields, "tempGuid"));
  }

  private static Optional<String> methodComplaint(JsonNode fields) {
    var message = Json.string(fields, "message");
    if (isAppleScript(fields)) {
      return new FieldRules(fields)
          .refuseIf(lacksTempGuid(fields), NEEDS_TEMP_GUID)
          .refuseIf(message.isEmpty(), "A 'message' is required when sending via AppleScript")
          .complaint();
    }
    return message.or(() -> Json.string(fields, "subject")).isPresent()
        ? Optional.empty()
        : Optional.of("A 'message' or 'subject' is required when sending via the Private API");
  }

  private static boolean lacksTempGuid(JsonNode fields) {
    return isAppleScript(fields) && Json.string(fields, "tempGuid").isEmpty();
  }

  /** The default method, unless something is asked for that only the private API can do. */
  private static boolean isAppleScript(JsonNode fields) {
    var needsPrivateApi =
        Stream.of("effectId", "subject", "selectedMessageGuid", "attributedBody")
                .anyMatch(fields::hasNonNull)
            || fields.path("ddScan").asBoolean();
    return !needsPrivateApi
        && Json.string(fields, "method").orElse(APPLE_SCRIPT).equals(APPLE_SCRIPT);
  }
}
