package io.tuco.camel.channel.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server on 127.0.0.1 that takes everything, except where its script says otherwise, and
 * keeps what it was told byte by byte.
 */
public final class FakeSmtp implements AutoCloseable {

  /** Where a script may act. */
  public enum Stage {
    GREETING,
    EHLO,
    STARTTLS,
    AUTH,
    MAIL,
    RCPT,
    DATA,
    /** In the middle of a message, before its final dot. */
    CONTENT,
    DOT,
    QUIT
  }

  /** A conversation: its commands in order, and the messages between {@code DATA} and the dot. */
  public record Dialogue(List<String> commands, List<String> messages) {

    public long count(String verb) {
      return commands.stream().filter(line -> line.startsWith(verb)).count();
    }
  }

  private static final String CLOSE = "close";
  private static final String STALL = "stall";
  private static final Map<Stage, String> GOOD =
      Map.of(
          Stage.GREETING, "220 fake.example ready",
          Stage.STARTTLS, "220 go ahead",
          Stage.AUTH, "235 2.7.0 welcome",
          Stage.DATA, "354 go ahead",
          Stage.QUIT, "221 bye");

  private final ServerSocket listener;
  private final Map<Stage, String> script = new EnumMap<>(Stage.class);
  private final List<String> extensions = new CopyOnWriteArrayList<>();
  private final List<Dialogue> dialogues = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Map<Stage, Queue<String>> once = new ConcurrentHashMap<>();
  private volatile Consumer<String> asked = command -> {};
  private volatile Consumer<String> taken = message -> {};
  private Optional<SSLContext> tls = Optional.empty();
  private boolean tlsAtOnce;

  public FakeSmtp() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    var accepting = new Thread(this::acceptAll, "fake-smtp");
    accepting.setDaemon(true);
    accepting.start();
  }

  public int port() {
    return listener.getLocalPort();
  }

  public FakeSmtp answers(Stage stage, String reply) {
    script.put(stage, reply);
    return this;
  }

  /** The same for the next conversation that gets there, and for no other. */
  public void answersOnce(Stage stage, String reply) {
    once.computeIfAbsent(stage, absent -> new ConcurrentLinkedQueue<>()).add(reply);
  }

  /** Closes the connection in the next conversation that gets there. */
  public void closesOnceAt(Stage stage) {
    answersOnce(stage, CLOSE);
  }

  /** Says nothing more in the next conversation that gets there. */
  public void stallsOnceAt(Stage stage) {
    answersOnce(stage, STALL);
  }

  /** Forgets what was to happen once and has not. */
  public void calm() {
    once.clear();
  }

  /** Tells of every command before it is obeyed, and of every message before it is answered. */
  public void tells(Consumer<String> ofCommands, Consumer<String> ofMessages) {
    asked = ofCommands;
    taken = ofMessages;
  }

  public FakeSmtp closesAt(Stage stage) {
    return answers(stage, CLOSE);
  }

  /** Says nothing more until the server is closed. */
  public FakeSmtp stallsAt(Stage stage) {
    return answers(stage, STALL);
  }

  public FakeSmtp offers(String extension) {
    extensions.add(extension);
    return this;
  }

  public FakeSmtp startsTls(SSLContext context) {
    tls = Optional.of(context);
    return offers("STARTTLS");
  }

  public FakeSmtp speaksTls(SSLContext context) {
    tls = Optional.of(context);
    tlsAtOnce = true;
    return this;
  }

  public List<Dialogue> dialogues() {
    return dialogues;
  }

  /** The one conversation there was. */
  public Dialogue dialogue() {
    if (dialogues.size() != 1) {
      throw new AssertionError("there were " + dialogues.size() + " conversations");
    }
    return dialogues.get(0);
  }

  /** The one conversation there was, once the client has taken its leave without waiting. */
  public Dialogue endedDialogue() {
    await().atMost(Duration.ofSeconds(10)).until(() -> dialogue().count("QUIT") == 1);
    return dialogue();
  }

  @Override
  public void close() throws IOException {
    over.countDown();
    listener.close();
  }

  private void acceptAll() {
    try {
      while (!listener.isClosed()) {
        var socket = listener.accept();
        var serving = new Thread(() -> serve(socket), "fake-smtp-conversation");
        serving.setDaemon(true);
        serving.start();
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket accepted) {
    var dialogue = new Dialogue(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
    dialogues.add(dialogue);
    try (var plain = accepted) {
      var conversation = new Conversation(tlsAtOnce ? secured(plain) : plain, dialogue);
      conversation.run();
    } catch (IOException | InterruptedException e) {
      // The client has gone.
    }
  }

  private Socket secured(Socket plain) throws IOException {
    var socket =
        (SSLSocket) tls.orElseThrow().getSocketFactory().createSocket(plain, null, 0, true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  private final class Conversation {

    private final Dialogue dialogue;
    private Socket socket;
    private InputStream in;

    Conversation(Socket socket, Dialogue dialogue) throws IOException {
      this.dialogue = dialogue;
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
    }

    void run() throws IOException, InterruptedException {
      var going = reply(Stage.GREETING);
      while (going) {
        var line = line();
        if (line.isEmpty()) {
          return;
        }
        dialogue.commands().add(line.get());
        asked.accept(line.get());
        going = obey(line.get().toUpperCase(Locale.ROOT));
      }
    }

    private boolean obey(String command) throws IOException, InterruptedException {
      if (command.startsWith("EHLO")) {
        return script.containsKey(Stage.EHLO) ? reply(Stage.EHLO) : greet();
      }
      if (command.equals("STARTTLS")) {
        return startTls();
      }
      if (command.equals("DATA")) {
        return reply(Stage.DATA)
            && (!said(Stage.DATA).startsWith("354") || receive() && reply(Stage.DOT));
      }
      for (var stage : List.of(Stage.AUTH, Stage.MAIL, Stage.RCPT, Stage.QUIT)) {
        if (command.startsWith(stage.name())) {
          return reply(stage) && stage != Stage.QUIT;
        }
      }
      return say("500 5.5.1 unknown");
    }

    private boolean greet() throws IOException {
      var text = new StringBuilder("250-fake.example\r\n");
      extensions.forEach(extension -> text.append("250-").append(extension).append("\r\n"));
      return say(text + "250 SIZE 52428800");
    }

    private boolean startTls() throws IOException, InterruptedException {
      if (!reply(Stage.STARTTLS)) {
        return false;
      }
      socket = secured(socket);
      in = new BufferedInputStream(socket.getInputStream());
      extensions.remove("STARTTLS");
      return true;
    }

    /** False where the script ends the conversation before the dot. */
    private boolean receive() throws IOException, InterruptedException {
      var message = new ByteArrayOutputStream();
      if (script.containsKey(Stage.CONTENT)) {
        in.read();
        return reply(Stage.CONTENT);
      }
      for (var line = line(); !line.equals(Optional.of(".")); line = line()) {
        if (line.isEmpty()) {
          return false;
        }
        message.writeBytes((line.get() + "\r\n").getBytes(ISO_8859_1));
      }
      dialogue.messages().add(message.toString(ISO_8859_1));
      taken.accept(message.toString(ISO_8859_1));
      return true;
    }

    private boolean reply(Stage stage) throws IOException, InterruptedException {
      var said = Optional.ofNullable(next(stage)).orElseGet(() -> said(stage));
      if (said.equals(STALL)) {
        over.await();
      }
      return !said.equals(STALL) && !said.equals(CLOSE) && say(said);
    }

    private @Nullable String next(Stage stage) {
      var waiting = once.get(stage);
      return waiting == null ? null : waiting.poll();
    }

    private String said(Stage stage) {
      return script.getOrDefault(stage, GOOD.getOrDefault(stage, "250 2.0.0 fine"));
    }

    private boolean say(String text) throws IOException {
      socket.getOutputStream().write((text + "\r\n").getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return true;
    }

    /** Up to CR LF; a lone CR or LF is part of the line. */
    private Optional<String> line() throws IOException {
      var line = new ByteArrayOutputStream();
      for (var before = 0; ; ) {
        var next = in.read();
        if (next < 0) {
          return Optional.empty();
        }
        if (before == '\r' && next == '\n') {
          var text = line.toString(ISO_8859_1);
          return Optional.of(text.substring(0, text.length() - 1));
        }
        line.write(next);
        before = next;
      }
    }
  }
}
