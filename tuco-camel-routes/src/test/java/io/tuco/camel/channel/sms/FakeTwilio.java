package io.tuco.camel.channel.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tuco.camel.channel.sms.TwilioFault.Spoken;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.secret.SecretBox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A server on 127.0.0.1 that behaves like Twilio's Messages API: it takes texts and keeps them,
 * lists them, checks credentials, fails as it is told, and reports what became of a text. It keeps
 * every request.
 */
public final class FakeTwilio implements AutoCloseable {

  public static final String ACCOUNT_SID = "AC0123456789abcdef0123456789abcdef";
  public static final String TOKEN = "0123456789abcdef0123456789abcdef";
  public static final String NUMBER = "+12025550190";
  public static final String SERVICE_SID = "MG0123456789abcdef0123456789abcdef";

  private final ObjectMapper json = new ObjectMapper();
  private final Clock clock;
  private final List<TwilioRequest> requests = new CopyOnWriteArrayList<>();
  private final List<FakeText> texts = new CopyOnWriteArrayList<>();
  private final Queue<TwilioFault> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile Consumer<TwilioRequest> asked = request -> {};
  private volatile Consumer<FakeText> taken = text -> {};

  public FakeTwilio(Clock clock) throws IOException {
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  /** For {@code tuco.twilio.base-url}. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The account that the fake knows, sending from its number. */
  public static SmsAccount account(SecretBox secrets) {
    return new SmsAccount(
        ACCOUNT_SID, secrets.seal(TOKEN), Optional.of(new PhoneNumber(NUMBER)), Optional.empty());
  }

  /** The same account, sending from a messaging service. */
  public static SmsAccount service(SecretBox secrets) {
    return new SmsAccount(
        ACCOUNT_SID, secrets.seal(TOKEN), Optional.empty(), Optional.of(SERVICE_SID));
  }

  /** The next new message meets the first of these, the one after it the second. */
  public void meets(TwilioFault... next) {
    faults.addAll(List.of(next));
  }

  /** Tells of every request before it is looked at, and of every text before it is answered. */
  public void tells(Consumer<TwilioRequest> ofRequests, Consumer<FakeText> ofTexts) {
    asked = ofRequests;
    taken = ofTexts;
  }

  /** Forgets what has not gone wrong yet. */
  public void calm() {
    faults.clear();
  }

  /** All requests, oldest first. */
  public List<TwilioRequest> requests() {
    return List.copyOf(requests);
  }

  public List<TwilioRequest> posts() {
    return requests.stream().filter(TwilioRequest::isPost).toList();
  }

  /** The texts that were taken, oldest first. */
  public List<FakeText> texts() {
    return List.copyOf(texts);
  }

  public List<FakeText> textsTo(String number) {
    return texts.stream().filter(text -> text.to().equals(number)).toList();
  }

  /** From now on the lists show the text like this. */
  public FakeText becomes(FakeText text, String status, Optional<Integer> errorCode) {
    var after = text.with(status, errorCode);
    texts.replaceAll(each -> each.sid().equals(text.sid()) ? after : each);
    return after;
  }

  /**
   * The text becomes this, and its status callback says so.
   *
   * @return the status that the callback was answered with
   */
  public int reports(FakeText text, String status, Optional<Integer> errorCode) {
    return StatusReport.of(becomes(text, status, errorCode)).post();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = TwilioRequest.of(exchange);
      requests.add(request);
      asked.accept(request);
      if (!request.credentials().equals(ACCOUNT_SID + ":" + TOKEN)) {
        say(exchange, TwilioFault.refuses(401, 20003).answer().orElseThrow());
      } else if (request.isPost()) {
        create(exchange, request);
      } else {
        say(exchange, 200, list(request));
      }
    }
  }

  private void create(HttpExchange exchange, TwilioRequest request) throws IOException {
    var fault = Optional.ofNullable(faults.poll());
    var text = FakeText.from(request, nextSid(), clock.instant());
    if (fault.isEmpty() || fault.get().accepts()) {
      texts.add(text);
      taken.accept(text);
    }
    if (fault.isEmpty()) {
      say(exchange, 201, text.resource());
    } else if (fault.get().answer().isPresent()) {
      say(exchange, fault.get().answer().get());
    } else if (!fault.get().hangsUp()) {
      awaitTheEnd();
    }
  }

  private Map<String, @Nullable Object> list(TwilioRequest request) {
    var rows = new ArrayList<>(texts.stream().filter(text -> fits(text, request)).toList());
    Collections.reverse(rows);
    var size = Integer.parseInt(first(request, "PageSize").orElse("50"));
    var page = new LinkedHashMap<String, @Nullable Object>();
    page.put("messages", rows.stream().limit(size).map(FakeText::resource).toList());
    page.put("page", 0);
    page.put("page_size", size);
    page.put("next_page_uri", rows.size() > size ? "/2010-04-01/next" : null);
    return page;
  }

  private static boolean fits(FakeText text, TwilioRequest request) {
    var day = LocalDate.ofInstant(text.createdAt(), ZoneOffset.UTC);
    return first(request, "To").filter(to -> !to.equals(text.to())).isEmpty()
        && first(request, "From").filter(from -> !text.from().equals(Optional.of(from))).isEmpty()
        && first(request, "DateSent>").map(LocalDate::parse).filter(day::isBefore).isEmpty();
  }

  private static Optional<String> first(TwilioRequest request, String name) {
    return request.query().getOrDefault(name, List.of()).stream().findFirst();
  }

  private String nextSid() {
    return String.format(Locale.ROOT, "SM%032x", numbers.incrementAndGet());
  }

  private void say(HttpExchange exchange, int status, Object body) throws IOException {
    say(exchange, new Spoken(status, Map.of(), json.writeValueAsString(body)));
  }

  private static void say(HttpExchange exchange, Spoken spoken) throws IOException {
    var body = spoken.body().getBytes(UTF_8);
    spoken.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(spoken.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private void awaitTheEnd() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
