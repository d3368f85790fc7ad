package io.tuco.camel.channel.sms;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads whole requests on plain sockets, counts them, and does what no HTTP server would. */
final class RudeServer implements AutoCloseable {

  /** What follows a request. */
  @FunctionalInterface
  interface Manners {
    void after(Socket connection) throws IOException;
  }

  /** A reset instead of an answer. */
  static final Manners RESETS = connection -> connection.setSoLinger(true, 0);

  /** An end without an answer. */
  static final Manners HANGS_UP = connection -> {};

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger requests = new AtomicInteger();
  private final ServerSocket listener;
  private final Manners manners;

  RudeServer(Manners manners) throws IOException {
    this.manners = manners;
    listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    threads.execute(this::accept);
  }

  /** These bytes, and then nothing while the connection stays open. */
  static Manners says(String bytes) {
    return connection -> {
      connection.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      connection.getOutputStream().flush();
      connection.getInputStream().read();
    };
  }

  /** A head, and then a byte of the body every few milliseconds for ever. */
  static Manners drips(String head) {
    return connection -> {
      var out = connection.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      connection.setSoTimeout(20);
      while (true) {
        out.write(' ');
        out.flush();
        pause(connection);
      }
    };
  }

  String url() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  int requests() {
    return requests.get();
  }

  private void accept() {
    try {
      while (true) {
        var connection = listener.accept();
        threads.execute(() -> serve(connection));
      }
    } catch (IOException e) {
      threads.shutdown();
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      readWhole(connection.getInputStream());
      requests.incrementAndGet();
      manners.after(connection);
    } catch (IOException e) {
      // The other side has given up.
    }
  }

  private static void readWhole(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      var next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    var length = head.toString().replaceAll("(?s).*(?i)content-length: *(\\d+).*", "$1");
    in.readNBytes(Integer.parseInt(length));
  }

  private static void pause(Socket connection) throws IOException {
    try {
      connection.getInputStream().read();
    } catch (java.net.SocketTimeoutException e) {
      // That was the pause.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
