package io.tuco.camel.attachment;

import io.tuco.camel.attachment.FetchResult.Fetched;
import io.tuco.camel.attachment.FetchResult.Refused;
import io.tuco.camel.outbound.AttachmentFiles;
import io.tuco.core.dispatch.AttachmentShelf;
import io.tuco.core.message.Attachment;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Part.PartFile;
import io.tuco.core.message.Send;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The shelf: fetches what messages bring along, once per line and URL, and hands it to the channels
 * that send it. Text messages by SMS bring nothing here: their provider fetches for itself.
 */
public final class FetchedFiles implements AttachmentShelf, AttachmentFiles, AutoCloseable {

  /** For look-ups, which may hang, and short work on files. */
  private static final int WORKERS = 16;

  private static final long SWEEP_MILLIS = 60_000;

  private final AttachmentParts parts;
  private final WorkerExecutor workers;
  private final FetchFolder folder;
  private final GuardedFetch fetch;
  private final OwnFetch ownFetch;
  private final FileCache cache;
  private final long sweeper;

  private FetchedFiles(AttachmentParts parts) {
    this.parts = parts;
    this.folder = FetchFolder.in(parts.directory());
    this.workers = parts.vertx().createSharedWorkerExecutor("tuco-attachments", WORKERS);
    this.fetch = new GuardedFetch(parts, workers, folder);
    this.ownFetch = new OwnFetch(parts.own(), workers, folder);
    this.cache = new FileCache(parts.vertx(), parts.shelf(), parts.nanos(), this::bring);
    this.sweeper = parts.vertx().setPeriodic(SWEEP_MILLIS, tick -> sweep());
  }

  /**
   * Empties the directory and begins.
   *
   * @throws io.tuco.camel.ConfigurationException when the directory cannot be used
   */
  public static FetchedFiles open(AttachmentParts parts) {
    return new FetchedFiles(parts);
  }

  @Override
  public Readiness readiness(Message message, Runnable wake) {
    if (message.type() == MessageType.SMS) {
      return new Readiness.Ready(List.of());
    }
    var fetches =
        attachments(message).stream().map(file -> cache.get(keyOf(message, file))).toList();
    var cause = fetches.stream().flatMap(one -> refusal(one).stream()).findFirst();
    if (cause.isPresent()) {
      return new Readiness.Unfetchable(cause.get());
    }
    if (fetches.stream().allMatch(Future::isComplete)) {
      var files = held(message);
      if (files.size() == fetches.size()) {
        return new Readiness.Ready(files);
      }
    }
    Future.join(fetches).onComplete(ended -> later(wake));
    return new Readiness.Fetching();
  }

  @Override
  public Optional<Path> open(Message message, int place) {
    var attachments = attachments(message);
    if (place >= attachments.size()) {
      return Optional.empty();
    }
    return cache
        .book()
        .open(
            keyOf(message, attachments.get(place)),
            new FileUse(message.id(), place),
            writtenAhead(message, place).map(PartFile::bytes),
            parts.nanos().getAsLong())
        .map(Fetched::path)
        .filter(Files::isReadable);
  }

  @Override
  public void done(Message message, int place) {
    cache.book().release(new FileUse(message.id(), place));
    later(this::sweep);
  }

  /** Deletes the files; what is still fetching ends nowhere. */
  @Override
  public void close() {
    parts.vertx().cancelTimer(sweeper);
    fetch.close();
    cache.book().clear().forEach(folder::delete);
    workers.close();
  }

  private Future<FetchResult> bring(FileKey key) {
    return ownFetch.isFor(key) ? ownFetch.fetch(key) : fetch.fetch(key.url());
  }

  private void sweep() {
    cache.book().sweep(parts.nanos().getAsLong()).forEach(folder::delete);
  }

  /** Fewer than asked for when one has just grown too old. */
  private List<PartFile> held(Message message) {
    var files = new ArrayList<PartFile>();
    var attachments = attachments(message);
    for (int place = 0; place < attachments.size(); place++) {
      var attachment = attachments.get(place);
      var at = place;
      cache
          .hold(keyOf(message, attachment), new FileUse(message.id(), place))
          .map(file -> described(attachment, at, file))
          .ifPresent(files::add);
    }
    return files;
  }

  private static PartFile described(Attachment attachment, int place, Fetched file) {
    return new PartFile(
        place, FileNames.of(attachment, file.type()), file.bytes(), file.type().contentType());
  }

  private static Optional<String> refusal(Future<FetchResult> fetch) {
    return fetch.isComplete() && fetch.result() instanceof Refused refused
        ? Optional.of(refused.cause())
        : Optional.empty();
  }

  private static Optional<PartFile> writtenAhead(Message message, int place) {
    return message.progress().send().map(Send::parts).stream()
        .flatMap(List::stream)
        .flatMap(part -> part.file().stream())
        .filter(file -> file.place() == place)
        .findFirst();
  }

  private static List<Attachment> attachments(Message message) {
    return message.content().attachments();
  }

  private static FileKey keyOf(Message message, Attachment attachment) {
    return FileKey.of(message, attachment);
  }

  /** Off the event loop: whoever is woken may do more than a moment's work. */
  private void later(Runnable work) {
    workers.executeBlocking(
        () -> {
          work.run();
          return true;
        },
        false);
  }
}
