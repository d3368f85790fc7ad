package io.tuco.camel.story;

import static org.awaitility.Awaitility.await;

import io.tuco.camel.attachment.AttachmentParts;
import io.tuco.camel.attachment.FetchLimits;
import io.tuco.camel.attachment.FetchedFiles;
import io.tuco.camel.attachment.OwnFiles;
import io.tuco.camel.attachment.ShelfLimits;
import io.tuco.camel.outbound.AttachmentFiles;
import io.tuco.camel.outbound.SystemHosts;
import io.tuco.core.dispatch.AttachmentShelf.Readiness;
import io.tuco.core.event.Cidr;
import io.tuco.core.event.UrlPolicy;
import io.tuco.core.event.UrlRules;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.message.Attachment;
import io.tuco.core.message.Content;
import io.tuco.core.message.Message;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The shelf with its documented numbers, allowed to fetch from this machine. */
final class LoopbackShelf implements AutoCloseable {

  private static final long LARGEST = 26_214_400;

  private final FetchedFiles files;

  LoopbackShelf(Vertx vertx, Path directory) {
    var policy = new UrlPolicy(true, true, Set.of(), List.of(Cidr.parse("127.0.0.0/8")));
    files =
        FetchedFiles.open(
            new AttachmentParts(
                vertx,
                new UrlRules(policy),
                new SystemHosts(),
                OwnFiles.none(),
                directory,
                FetchLimits.documented(LARGEST),
                ShelfLimits.documented(),
                System::nanoTime));
  }

  static Message message(List<String> urls) {
    var plain = Fixtures.aMessage().build();
    return new Message(
        plain.id(),
        plain.workspaceId(),
        plain.direction(),
        plain.type(),
        plain.status(),
        new Content(
            "Hi",
            Optional.empty(),
            urls.stream().map(url -> new Attachment(url, Optional.empty())).toList()),
        plain.recipient(),
        plain.window(),
        plain.origin(),
        plain.timeline(),
        plain.progress());
  }

  AttachmentFiles files() {
    return files;
  }

  /** Waits for the wake, then asks again. */
  Readiness readyFor(Message message) {
    var ended = new CountDownLatch(1);
    if (files.readiness(message, ended::countDown) instanceof Readiness.Fetching) {
      await().atMost(Duration.ofSeconds(60)).until(() -> ended.getCount() == 0);
    }
    return files.readiness(message, () -> {});
  }

  @Override
  public void close() {
    files.close();
  }
}
