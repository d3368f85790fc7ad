package io.tuco.camel.mongo;

import io.tuco.core.line.Line;
import io.tuco.core.line.LineLimits;
import io.tuco.core.message.MessageType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/** A line as it lies in {@code lines}. */
final class LineDocument {

  static final List<String> OPTIONAL =
      List.of("deviceId", "account", "phone", "email", "lastName", "contactFirst");

  private LineDocument() {}

  /** The addresses it stands for, as they are claimed: one line of a channel each. */
  static List<String> claims(Line line) {
    return Stream.concat(line.phone().stream(), line.email().stream())
        .map(address -> line.channel().wire() + ":" + address.value())
        .collect(Collectors.toList());
  }

  static Document of(Line line) {
    return new DocumentWriter()
        .put("_id", line.id())
        .put("workspaceId", line.workspaceId())
        .put("channel", line.channel().wire())
        .put("deviceId", line.deviceId())
        .put("carrier", CarrierDocument.of(line.carrier()))
        .put("account", line.accountHealth().map(health -> true))
        .put("phone", line.phone())
        .put("email", line.email())
        .put("firstName", line.firstName())
        .put("lastName", line.lastName())
        .put("active", line.active())
        .put("limits", limits(line.limits()))
        .put("contactFirst", line.contactFirst())
        .put("sandbox", line.sandbox())
        .put("createdAt", line.createdAt())
        .put("updatedAt", line.updatedAt())
        .document();
  }

  static Line read(Document document) {
    var reader = new DocumentReader(document);
    return new Line(
        reader.text("_id"),
        reader.text("workspaceId"),
        reader.constant("channel", MessageType.values(), MessageType::wire),
        CarrierDocument.read(reader.part("carrier")),
        reader.phone("phone"),
        reader.email("email"),
        reader.text("firstName"),
        reader.optionalText("lastName"),
        reader.flag("active"),
        limits(reader.part("limits")),
        reader.optionalFlag("contactFirst"),
        reader.flag("sandbox"),
        reader.instant("createdAt"),
        reader.instant("updatedAt"));
  }

  private static Document limits(LineLimits limits) {
    return new DocumentWriter()
        .put("newConversationsPerDay", limits.newConversationsPerDay())
        .put("messagesPerDay", limits.messagesPerDay())
        .put("firstTouchesPerHour", limits.firstTouchesPerHour())
        .put("contactGap", limits.contactGap())
        .document();
  }

  private static LineLimits limits(DocumentReader reader) {
    return new LineLimits(
        reader.number("newConversationsPerDay"),
        reader.number("messagesPerDay"),
        reader.number("firstTouchesPerHour"),
        Duration.parse(reader.text("contactGap")));
  }
}
