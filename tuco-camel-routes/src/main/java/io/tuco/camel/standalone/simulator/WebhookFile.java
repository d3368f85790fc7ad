package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The registrations of all devices, kept beside the log and not in it: their URLs hold secrets, the
 * log is there to be read. Replaced as a whole, readable by its owner only.
 */
final class WebhookFile {

  private final Path file;

  WebhookFile(Path dataDir) {
    this.file = dataDir.resolve("relay-webhooks.json");
  }

  void load(RelayState state) {
    try {
      if (Files.exists(file)) {
        Json.parse(Files.readString(file))
            .fields()
            .forEachRemaining(
                entry -> load(state.device(entry.getKey()).webhooks(), entry.getValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The relay simulator could not read " + file, e);
    }
  }

  private static void load(WebhookBook book, JsonNode webhooks) {
    webhooks.forEach(node -> book.add(Webhook.from(node)));
  }

  /** Small and rare enough to be written by the event loop itself. */
  void save(RelayState state) {
    var content = Json.object();
    for (var device : state.devices()) {
      content.set(device.name(), Json.array(device.webhooks().all(), Webhook::json));
    }
    try {
      var fresh = Files.createTempFile(file.getParent(), "relay-webhooks", ".tmp", ownerOnly());
      Files.writeString(fresh, Json.text(content));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The relay simulator could not write " + file, e);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
