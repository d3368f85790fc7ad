package io.tuco.camel.http.file;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpContent;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.core.dispatch.DeviceFile;
import io.tuco.core.engine.FileContent;
import io.tuco.core.line.Device;
import io.tuco.core.message.FileLinks;
import io.tuco.core.message.FilePass;
import io.tuco.core.message.Message;
import io.tuco.core.message.ReceivedPlace;
import io.tuco.core.message.StoredFile;
import io.tuco.core.store.Stores;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What a pass opens: a file that we keep, or one that lies on the device it came in on. */
final class FileReads {

  static final HttpAnswer TOO_MANY =
      HttpAnswer.error(429, "Too many files are being read").with("Retry-After", "1");

  private static final int PASS = 1;
  private static final int NONE = 404;
  private static final String ANYTHING = "application/octet-stream";
  private static final HttpAnswer NOT_FOUND = HttpAnswer.error(404, "Not found");
  private static final HttpAnswer EXPIRED = HttpAnswer.error(410, "Link has expired");
  private static final HttpAnswer AWAY = HttpAnswer.error(502, "The device did not give the file");

  private final Stores stores;
  private final FileLinks links;
  private final Clock clock;

  FileReads(Stores stores, FileLinks links, Clock clock) {
    this.stores = stores;
    this.links = links;
    this.clock = clock;
  }

  FileRead read(HttpRequest request) {
    var now = clock.instant();
    return links
        .read(request.segment(PASS))
        .map(pass -> pass.isValid(now) ? read(pass, now) : new FileRead.Answered(EXPIRED))
        .orElse(new FileRead.Answered(NOT_FOUND));
  }

  private FileRead read(FilePass pass, Instant now) {
    var received = ReceivedPlace.of(pass.fileId());
    return received.isPresent()
        ? received
            .flatMap(place -> onDevice(pass.workspaceId(), place))
            .<FileRead>map(found -> found)
            .orElse(new FileRead.Answered(NOT_FOUND))
        : new FileRead.Answered(kept(pass, now));
  }

  private HttpAnswer kept(FilePass pass, Instant now) {
    return stores
        .files()
        .find(pass.workspaceId(), pass.fileId())
        .filter(file -> file.isKept(now))
        .map(this::content)
        .orElse(NOT_FOUND);
  }

  private Optional<FileRead.OnDevice> onDevice(String workspaceId, ReceivedPlace place) {
    return stores
        .messages()
        .find(workspaceId, place.messageId())
        .flatMap(
            message ->
                place
                    .in(message)
                    .flatMap(
                        file ->
                            deviceOf(message)
                                .map(
                                    device ->
                                        new FileRead.OnDevice(
                                            new DeviceFile(device, file.id()), file))));
  }

  private Optional<Device> deviceOf(Message message) {
    return message
        .origin()
        .lineId()
        .flatMap(line -> stores.lines().find(message.workspaceId(), line))
        .flatMap(line -> line.deviceId())
        .flatMap(id -> stores.devices().find(id));
  }

  static HttpAnswer answer(FileRead.OnDevice wanted, OutboundAnswer told) {
    if (told instanceof OutboundAnswer.Answered answered && answered.status() == 200) {
      var type = wanted.known().contentType().orElse(ANYTHING);
      var bytes = new ByteArrayInputStream(answered.body());
      return guarded(new HttpContent(type, bytes), wanted.known().name());
    }
    return told instanceof OutboundAnswer.Answered answered && answered.status() == NONE
        ? NOT_FOUND
        : AWAY;
  }

  private HttpAnswer content(StoredFile file) {
    return guarded(
        new HttpContent(file.contentType(), new FileContent(stores.files(), file)), file.name());
  }

  /** Others chose type and content: a browser is to keep it, and to run none of it. */
  private static HttpAnswer guarded(HttpContent content, Optional<String> name) {
    return HttpAnswer.streaming(content)
        .with("Content-Disposition", disposition(name))
        .with("Content-Security-Policy", "default-src 'none'; sandbox")
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "private, max-age=3600");
  }

  /** RFC 6266, with the name as RFC 8187 encodes it. */
  private static String disposition(Optional<String> name) {
    return name.map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"))
        .map(text -> "attachment; filename*=UTF-8''" + text)
        .orElse("attachment");
  }
}
