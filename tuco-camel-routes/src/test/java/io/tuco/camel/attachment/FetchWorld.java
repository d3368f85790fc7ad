package io.tuco.camel.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tuco.core.event.Cidr;
import io.tuco.core.event.HostLookup;
import io.tuco.core.event.UrlPolicy;
import io.tuco.core.event.UrlRules;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.message.Attachment;
import io.tuco.core.message.Content;
import io.tuco.core.message.Message;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A shelf that may fetch from 127.0.0.1 and from nowhere else on this machine. */
final class FetchWorld implements AutoCloseable {

  static final String PNG = "\u0089PNG\r\n\u001a\n and then pixels";
  static final Duration QUICK = Duration.ofMillis(20);

  final Vertx vertx = Vertx.vertx();
  final AtomicLong nanos = new AtomicLong();
  final Path directory;
  HostLookup hosts = host -> List.of(address("127.0.0.1"));
  OwnFiles own = OwnFiles.none();
  UrlRules urls = rulesAllowing(List.of(Cidr.parse("127.0.0.1/32")));
  FetchLimits fetch =
      new FetchLimits(
          26_214_400, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(20), 0);
  ShelfLimits shelf =
      new ShelfLimits(
          3,
          QUICK,
          Duration.ofMinutes(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(20),
          1L << 30);

  private final List<AutoCloseable> opened = new ArrayList<>();

  FetchWorld(Path directory) {
    this.directory = directory;
  }

  static UrlRules rulesAllowing(List<Cidr> blocks) {
    return new UrlRules(new UrlPolicy(true, true, everyPort(), blocks));
  }

  private static Set<Integer> everyPort() {
    return IntStream.rangeClosed(1, 65_535).boxed().collect(Collectors.toSet());
  }

  AttachmentParts parts() {
    return new AttachmentParts(vertx, urls, hosts, own, directory, fetch, shelf, nanos::get);
  }

  FetchedFiles shelf() {
    var files = FetchedFiles.open(parts());
    opened.add(files);
    return files;
  }

  /** One fetch, to its end. */
  FetchResult fetch(String url) {
    var workers = vertx.createSharedWorkerExecutor("fetch-test", 4);
    var client = new GuardedFetch(parts(), workers, FetchFolder.in(directory));
    opened.add(client::close);
    return client.fetch(url).toCompletionStage().toCompletableFuture().join();
  }

  void passes(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  List<Path> filesLeft() {
    try (var files = Files.list(directory)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A whole answer with a body of one byte per character. */
  static String answer(String body, String... headers) {
    var length = body.getBytes(ISO_8859_1).length;
    return "HTTP/1.1 200 OK\r\n"
        + String.join(
            "", IntStream.range(0, headers.length).mapToObj(i -> headers[i] + "\r\n").toList())
        + "Content-Length: "
        + length
        + "\r\n\r\n"
        + body;
  }

  static Message message(String id, String... urls) {
    var plain = Fixtures.aMessage().withId(id).build();
    var files = List.of(urls).stream().map(url -> new Attachment(url, Optional.empty())).toList();
    return with(plain, new Content(plain.content().text(), Optional.empty(), files));
  }

  static Message with(Message plain, Content content) {
    return new Message(
        plain.id(),
        plain.workspaceId(),
        plain.direction(),
        plain.type(),
        plain.status(),
        content,
        plain.recipient(),
        plain.window(),
        plain.origin(),
        plain.timeline(),
        plain.progress());
  }

  @Override
  public void close() {
    for (var one : opened) {
      try {
        one.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    vertx.close();
  }
}
