package io.tuco.camel.standalone.simulator;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * The simulator's memory: JSON lines, synced to disk before the answer they belong to. One thread
 * writes; lines that arrive while it syncs share the next sync. Futures complete on the event loop,
 * in the order of the lines. One process per file: the file is locked while it is open.
 */
final class RelayLog {

  private static final int LARGEST_BATCH = 1024;

  private final FileChannel channel;
  private final Context context;
  private final BlockingQueue<Line> waiting = new LinkedBlockingQueue<>();
  private final Thread writer = new Thread(this::write, "relay-log");

  private RelayLog(FileChannel channel, Context context) {
    this.channel = channel;
    this.context = context;
  }

  /** Opens the file, hands over what it remembers and cuts off a torn last line. */
  static RelayLog open(Path file, Context context, Consumer<JsonNode> memory) {
    try {
      var channel = FileChannel.open(file, CREATE, READ, WRITE);
      try {
        return resume(channel, file, context, memory);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The relay simulator could not open " + file, e);
    }
  }

  private static RelayLog resume(
      FileChannel channel, Path file, Context context, Consumer<JsonNode> memory)
      throws IOException {
    if (!isLocked(channel)) {
      throw new IllegalStateException("Another relay simulator is using " + file);
    }
    var end = new LogReader(file).read(Channels.newInputStream(channel), memory);
    channel.truncate(end).position(end);
    var log = new RelayLog(channel, context);
    log.writer.setDaemon(true);
    log.writer.start();
    return log;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Completes when the line is on disk, fails when it could not be written. */
  Future<Void> append(JsonNode line) {
    var written = Promise.<Void>promise();
    waiting.add(new Line((Json.text(line) + "\n").getBytes(StandardCharsets.UTF_8), written));
    return written.future();
  }

  /** Writes what is waiting and closes the file. Nothing may be appended afterwards. */
  Future<Void> close() {
    var closed = Promise.<Void>promise();
    waiting.add(new Line(Line.LAST, closed));
    return closed.future();
  }

  private void write() {
    var batch = new ArrayList<Line>();
    while (batch.stream().noneMatch(Line::isLast)) {
      batch = nextBatch();
      settle(List.copyOf(batch), writeAndSync(batch));
    }
  }

  private ArrayList<Line> nextBatch() {
    var batch = new ArrayList<Line>();
    try {
      batch.add(waiting.take());
      waiting.drainTo(batch, LARGEST_BATCH - 1);
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts the log's writer", e);
    }
    return batch;
  }

  private Future<Void> writeAndSync(List<Line> batch) {
    try {
      var bytes = new ByteArrayOutputStream();
      batch.forEach(line -> bytes.writeBytes(line.bytes()));
      var buffer = ByteBuffer.wrap(bytes.toByteArray());
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(false);
      if (batch.stream().anyMatch(Line::isLast)) {
        channel.close();
      }
      return Future.succeededFuture();
    } catch (IOException e) {
      return Future.failedFuture(e);
    }
  }

  private void settle(List<Line> batch, Future<Void> outcome) {
    context.runOnContext(go -> batch.forEach(line -> outcome.onComplete(line.written())));
  }

  private record Line(byte[] bytes, Promise<Void> written) {

    /** An empty line, told apart by identity, ends the file. */
    static final byte[] LAST = new byte[0];

    boolean isLast() {
      return bytes == LAST;
    }
  }
}
