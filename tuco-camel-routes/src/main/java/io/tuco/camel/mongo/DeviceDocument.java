package io.tuco.camel.mongo;

import io.tuco.core.line.Device;
import io.tuco.core.line.SendMethod;
import io.tuco.core.secret.Sealed;
import java.time.Duration;
import org.bson.Document;

/** A device as it lies in {@code devices}; its health is a part of its own. */
final class DeviceDocument {

  static final String HEALTH = "health";

  private DeviceDocument() {}

  static Document of(Device device) {
    return new DocumentWriter()
        .put("_id", device.id())
        .put("name", device.name())
        .put("type", device.type())
        .put("baseUrl", device.baseUrl())
        .put("password", device.password())
        .put("gap", device.gap())
        .put("method", device.method().wire())
        .put(HEALTH, HealthDocument.of(device.health()))
        .put("createdAt", device.createdAt())
        .put("updatedAt", device.updatedAt())
        .document();
  }

  static Device read(Document document) {
    var reader = new DocumentReader(document);
    return new Device(
        reader.text("_id"),
        reader.text("name"),
        reader.text("type"),
        reader.text("baseUrl"),
        new Sealed(reader.text("password")),
        Duration.parse(reader.text("gap")),
        reader.constant("method", SendMethod.values(), SendMethod::wire),
        HealthDocument.read(reader.part(HEALTH)),
        reader.instant("createdAt"),
        reader.instant("updatedAt"));
  }
}
