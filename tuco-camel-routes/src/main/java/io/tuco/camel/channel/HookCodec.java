package io.tuco.camel.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tuco.camel.channel.HookList.Hook;
import io.tuco.camel.json.DeviceMessageJson;
import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.core.intake.DeviceMessage;
import io.tuco.core.intake.InboxPage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the relay's lists of callbacks and of messages. */
final class HookCodec {

  private static final TypeReference<Map<String, Object>> ROW = new TypeReference<>() {};

  private final ObjectMapper mapper = new ObjectMapper();

  /** Empty when the answer is no such list. */
  Optional<HookList> hooks(OutboundAnswer answer) {
    return list(answer)
        .map(
            list -> {
              var hooks = new ArrayList<Hook>();
              list.forEach(
                  hook ->
                      hooks.add(
                          new Hook(
                              hook.path("id").asText(),
                              hook.path("url").asText(),
                              events(hook.path("events")))));
              return new HookList(hooks);
            });
  }

  InboxPage messages(OutboundAnswer answer, Instant now) {
    return list(answer)
        .map(list -> InboxPage.of(messages(list, now), list.size()))
        .orElseGet(InboxPage::silence);
  }

  private List<DeviceMessage> messages(JsonNode list, Instant now) {
    var messages = new ArrayList<DeviceMessage>();
    for (var row : list) {
      if (row.isObject()) {
        DeviceMessageJson.read(mapper.convertValue(row, ROW), now).ifPresent(messages::add);
      }
    }
    return messages;
  }

  /** Some versions tell the events as a text that holds the list. */
  private Set<String> events(JsonNode told) {
    var events = new LinkedHashSet<String>();
    var list = told.isTextual() ? read(told.asText().getBytes(UTF_8)).orElse(told) : told;
    list.forEach(event -> events.add(event.asText()));
    return events;
  }

  private Optional<JsonNode> list(OutboundAnswer answer) {
    return answer instanceof OutboundAnswer.Answered answered && answered.status() == 200
        ? read(answered.body()).map(body -> body.path("data")).filter(JsonNode::isArray)
        : Optional.empty();
  }

  private Optional<JsonNode> read(byte[] body) {
    try {
      return Optional.ofNullable(mapper.readTree(body));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
