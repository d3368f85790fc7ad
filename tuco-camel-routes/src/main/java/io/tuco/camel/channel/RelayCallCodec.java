package io.tuco.camel.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.camel.json.EcmaScriptJson;
import io.tuco.camel.outbound.OutboundBody;
import io.tuco.camel.outbound.OutboundBody.FormFile;
import io.tuco.camel.outbound.OutboundCall;
import io.tuco.core.dispatch.ChatSignal;
import io.tuco.core.dispatch.DeviceFile;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.intake.InboxQuestion;
import io.tuco.core.line.Device;
import io.tuco.core.line.SendMethod;
import io.tuco.core.message.Message;
import io.tuco.core.message.Part.PartFile;
import io.tuco.core.message.Send;
import io.tuco.core.secret.SecretBox;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes our requests to a BlueBubbles server (relay contract, sections 2 and 3). */
final class RelayCallCodec {

  private static final Duration QUICK = Duration.ofSeconds(30);
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(15);
  private static final int MAX_ANSWER = 1 << 20;

  /** A page of the inbox: a hundred rows, of which each may be long. */
  private static final int MAX_ROWS = 16 << 20;

  /** What a person may have sent (relay contract, section 6). */
  private static final int MAX_FILE = 25 << 20;

  private static final int ROWS = 100;

  /** macOS 26 answers to {@code any}; earlier ones know the chat as {@code iMessage}. */
  private static final List<String> CHAT_PREFIXES = List.of("iMessage;-;", "any;-;");

  private static final String VOICE_NOTE = "audio/x-caf";
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9 ._-]+");

  private final SecretBox secrets;
  private final RelayLimits limits;
  private final DeviceClocks clocks;

  RelayCallCodec(SecretBox secrets, RelayLimits limits, DeviceClocks clocks) {
    this.secrets = secrets;
    this.limits = limits;
    this.clocks = clocks;
  }

  OutboundCall sendText(DispatchCommand.Send send) {
    var attempt = send.message().progress().send().orElseThrow();
    var body = new LinkedHashMap<String, Object>();
    body.put("chatGuid", CHAT_PREFIXES.get(0) + send.address().value());
    body.put("tempGuid", attempt.token(send.part()));
    body.put("message", attempt.text());
    var method = deviceOf(send.sender()).effectiveMethod();
    body.put("method", method.wire());
    answered(send, method).ifPresent(guid -> body.put("selectedMessageGuid", guid));
    return post(deviceOf(send.sender()), "/message/text", body, limits.text());
  }

  /** The file's name goes in a field of its own; the form's headers only repeat a plain one. */
  OutboundCall sendFile(DispatchCommand.Send send, PartFile file, Path path) {
    var attempt = send.message().progress().send().orElseThrow();
    var device = deviceOf(send.sender());
    var fields = new LinkedHashMap<String, String>();
    fields.put("chatGuid", CHAT_PREFIXES.get(0) + send.address().value());
    fields.put("name", file.name());
    fields.put("tempGuid", attempt.token(send.part()));
    fields.put("method", device.effectiveMethod().wire());
    answered(send, device.effectiveMethod())
        .ifPresent(guid -> fields.put("selectedMessageGuid", guid));
    fields.put("isAudioMessage", Boolean.toString(isVoice(send.message(), file)));
    var shown = PLAIN_NAME.matcher(file.name()).matches() ? file.name() : "attachment";
    return new OutboundCall(
        "POST",
        url(device, "/message/attachment", ""),
        Map.of("Accept", "application/json"),
        new OutboundBody.Form(fields, new FormFile("attachment", shown, file.contentType(), path)),
        limits.attachment(),
        MAX_ANSWER);
  }

  /** Only one way of sending knows of answers; of several parts, the first one is it. */
  private static Optional<String> answered(DispatchCommand.Send send, SendMethod method) {
    var canAnswer = method == SendMethod.PRIVATE_API && send.part().number() == 0;
    return send.message().content().manner().answers().filter(guid -> canAnswer);
  }

  /** As it was asked for; and what only a voice note is. */
  private static boolean isVoice(Message message, PartFile file) {
    var attachments = message.content().attachments();
    return file.contentType().equals(VOICE_NOTE)
        || file.place() < attachments.size() && attachments.get(file.place()).voice();
  }

  OutboundCall availability(DispatchCommand.Check check) {
    var query = "address=" + encoded(check.address().value());
    return get(check.device(), "/handle/availability/imessage", query);
  }

  OutboundCall signal(ChatSignal signal) {
    var chat = CHAT_PREFIXES.get(0) + signal.address().value();
    if (signal instanceof ChatSignal.React react) {
      return reaction(react, chat);
    }
    return signal instanceof ChatSignal.Typing typing
        ? typing(typing, chat)
        : call("POST", url(signal.device(), "/chat/" + encoded(chat) + "/read", ""));
  }

  private OutboundCall typing(ChatSignal.Typing typing, String chat) {
    var path = "/chat/" + encoded(chat) + "/typing";
    return call(typing.on() ? "POST" : "DELETE", url(typing.device(), path, ""));
  }

  private OutboundCall reaction(ChatSignal.React react, String chat) {
    var body = new LinkedHashMap<String, Object>();
    body.put("chatGuid", chat);
    body.put("selectedMessageGuid", react.messageGuid());
    body.put("reaction", react.reaction());
    body.put("partIndex", 0);
    return post(react.device(), "/message/react", body, QUICK);
  }

  /** The bytes of a file that came in. */
  OutboundCall file(DeviceFile file) {
    var path = "/attachment/" + encoded(file.id()) + "/download";
    return new OutboundCall(
        "GET", url(file.device(), path, ""), Map.of(), new byte[0], QUICK, MAX_FILE);
  }

  OutboundCall serverInfo(Device device) {
    return get(device, "/server/info", "");
  }

  /** One question per address and chat prefix: our rows since shortly before the attempt. */
  List<OutboundCall> rowsOf(DispatchCommand.Verify verify) {
    return verify.message().progress().send().stream()
        .flatMap(send -> send.addresses().stream())
        .flatMap(address -> CHAT_PREFIXES.stream().map(prefix -> prefix + address.value()))
        .map(chat -> rows(deviceOf(verify.sender()), verify.message(), chat))
        .collect(Collectors.toList());
  }

  private OutboundCall rows(Device device, Message message, String chatGuid) {
    var started = message.progress().send().map(Send::startedAt).orElseThrow();
    var since = started.minus(CLOCK_SKEW).minus(clocks.behind(device));
    var body = new LinkedHashMap<String, Object>();
    body.put("chatGuid", chatGuid);
    body.put("with", List.of("chats", "attachments"));
    body.put("after", since.toEpochMilli());
    body.put("sort", "ASC");
    body.put("limit", ROWS);
    return post(device, "/message/query", body, QUICK);
  }

  /** Whoever wrote them, and in whatever chat. */
  OutboundCall inbox(InboxQuestion question) {
    var device = question.device();
    var body = new LinkedHashMap<String, Object>();
    body.put("with", List.of("chats", "attachments"));
    body.put("after", question.after().minus(clocks.behind(device)).toEpochMilli());
    body.put("sort", "ASC");
    body.put("offset", question.offset());
    body.put("limit", InboxQuestion.LIMIT);
    return post(device, "/message/query", body, QUICK, MAX_ROWS);
  }

  OutboundCall hooks(Device device) {
    return get(device, "/webhook", "");
  }

  OutboundCall deleteHook(Device device, String id) {
    return call("DELETE", url(device, "/webhook/" + encoded(id), ""));
  }

  OutboundCall addHook(Device device, String url, List<String> events) {
    var body = new LinkedHashMap<String, Object>();
    body.put("url", url);
    body.put("events", events);
    return post(device, "/webhook", body, QUICK);
  }

  private OutboundCall get(Device device, String path, String query) {
    return call("GET", url(device, path, query));
  }

  private static OutboundCall call(String method, String url) {
    return new OutboundCall(
        method, url, Map.of("Accept", "application/json"), new byte[0], QUICK, MAX_ANSWER);
  }

  private OutboundCall post(Device device, String path, Map<String, Object> body, Duration limit) {
    return post(device, path, body, limit, MAX_ANSWER);
  }

  private OutboundCall post(
      Device device, String path, Map<String, Object> body, Duration limit, int most) {
    return new OutboundCall(
        "POST",
        url(device, path, ""),
        Map.of("Content-Type", "application/json", "Accept", "application/json"),
        EcmaScriptJson.stringify(body).getBytes(UTF_8),
        limit,
        most);
  }

  private static Device deviceOf(Sender sender) {
    return ((Sender.OverDevice) sender).device();
  }

  private String url(Device device, String path, String query) {
    var password = "password=" + encoded(secrets.open(device.password()));
    var base = device.baseUrl().replaceFirst("/+$", "");
    return base + "/api/v1" + path + "?" + (query.isEmpty() ? "" : query + "&") + password;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
