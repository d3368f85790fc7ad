package io.tuco.camel.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver below HTTP: sees request lines as they are and answers whatever bytes it likes. */
public final class RawSink implements AutoCloseable {

  /** Talks back on a connection once a request's head is in. */
  @FunctionalInterface
  public interface Talk {
    void on(Socket connection) throws IOException;
  }

  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ServerSocket server;
  private final Talk talk;

  private RawSink(String address, Talk talk) throws IOException {
    this.talk = talk;
    server = new ServerSocket(0, 50, InetAddress.getByName(address));
    threads.submit(this::accept);
  }

  public static RawSink on(String address, Talk talk) {
    try {
      return new RawSink(address, talk);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Talk says(String answer) {
    return connection -> {
      connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
      connection.getOutputStream().flush();
    };
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Request lines and headers, CRLF as they came. */
  public List<String> heads() {
    return heads;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var connection = server.accept();
        threads.submit(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      heads.add(head(connection));
      talk.on(connection);
    } catch (IOException e) {
      // The client went away, which is what some tests wait for.
    }
  }

  private static String head(Socket connection) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      var next = connection.getInputStream().read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
