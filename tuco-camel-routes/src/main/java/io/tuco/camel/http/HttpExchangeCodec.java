package io.tuco.camel.http;

import io.tuco.camel.json.EcmaScriptJson;
import io.tuco.core.IdGenerator;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The edge between exchanges and our records. Receiving reads the few things we let in and drops
 * every header before any other step; answering starts from no headers and sets ours.
 */
public final class HttpExchangeCodec {

  private static final String REQUEST_ID = "tuco-request-id";
  private static final String SHAPE = "tuco-answer-shape";
  private static final String ANSWER_HEADERS = "tuco-answer-headers";
  private static final Set<Integer> WITHOUT_BODY = Set.of(204, 302, 304);

  private final AnswerShape shape;

  public HttpExchangeCodec(IdGenerator ids) {
    this(AnswerShape.plain(new RequestIds(ids)));
  }

  public HttpExchangeCodec(AnswerShape shape) {
    this.shape = shape;
  }

  /** The body becomes an {@link HttpRequest}; no header of the client is left. */
  public void receive(Exchange exchange) throws IOException {
    receive(exchange, RequestHeaders::read, HttpExchangeCodec::body);
  }

  /** The same of a request whose body is a file, which is left to be read. */
  public void receiveFile(Exchange exchange) throws IOException {
    receive(exchange, RequestHeaders::read, (message, headers) -> file(message));
  }

  /** The same where the caller's own signature is among the headers, whatever it is called. */
  public void receiveHook(Exchange exchange) throws IOException {
    receive(exchange, RequestHeaders::readExtensions, HttpExchangeCodec::body);
  }

  /** Reads the body of a request with these headers. */
  @FunctionalInterface
  private interface BodyReader {
    HttpBody read(Message message, Map<String, String> headers) throws IOException;
  }

  private void receive(
      Exchange exchange,
      BiFunction<Message, Set<String>, Map<String, String>> reading,
      BodyReader bodies)
      throws IOException {
    exchange.setProperty(SHAPE, shape);
    var message = exchange.getMessage();
    var path = first(message, Exchange.HTTP_PATH).orElse("/");
    var rawQuery = first(message, Exchange.HTTP_RAW_QUERY).orElse("");
    var query = RequestTarget.query(rawQuery);
    var headers = reading.apply(message, query.keySet());
    var requestId = shape.requestId(Optional.ofNullable(headers.get("x-request-id")));
    exchange.setProperty(REQUEST_ID, requestId);
    var answerHeaders = new AnswerHeaders();
    answerHeaders.put(RequestIds.HEADER, requestId);
    exchange.setProperty(ANSWER_HEADERS, answerHeaders);
    var request =
        new HttpRequest(
            first(message, Exchange.HTTP_METHOD).orElse("GET"),
            path,
            RequestTarget.segments(path),
            rawQuery,
            query,
            headers,
            bodies.read(message, headers),
            exchange.getFromRouteId(),
            answerHeaders);
    message.removeHeaders("*");
    message.setBody(request);
  }

  /** The {@link HttpAnswer} in the body becomes status, headers and bytes. */
  public void answer(Exchange exchange) {
    write(exchange, exchange.getMessage().getBody(HttpAnswer.class));
  }

  /** Writes what is said of something that broke, in the shape of the facade it happened in. */
  void writeBroken(Exchange exchange, boolean isStoreAway) {
    write(exchange, shapeOf(exchange).broken(isStoreAway));
  }

  /** Writes an answer, whatever the exchange carried before. */
  public void write(Exchange exchange, HttpAnswer said) {
    var answer = shapeOf(exchange).framed(said, requestIdOf(exchange));
    var message = exchange.getMessage();
    message.removeHeaders("*");
    promised(exchange).forEach(message::setHeader);
    answer.headers().forEach(message::setHeader);
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
    if (WITHOUT_BODY.contains(answer.status())) {
      message.setBody(null);
      return;
    }
    if (answer.content().isPresent()) {
      message.setHeader(Exchange.CONTENT_TYPE, answer.content().get().type());
      message.setBody(answer.content().get().bytes());
      return;
    }
    message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    message.setBody(EcmaScriptJson.stringify(answer.body()).getBytes(StandardCharsets.UTF_8));
  }

  /** The id of the request: the client's, where it is one we echo, else ours. */
  public String requestIdOf(Exchange exchange) {
    var known = exchange.getProperty(REQUEST_ID, String.class);
    if (known != null) {
      return known;
    }
    var made = shapeOf(exchange).requestId(Optional.empty());
    exchange.setProperty(REQUEST_ID, made);
    return made;
  }

  /** Our own where it broke before it was received. */
  private AnswerShape shapeOf(Exchange exchange) {
    var received = exchange.getProperty(SHAPE, AnswerShape.class);
    return received == null ? shape : received;
  }

  /** None where it broke before it was received. */
  private static Map<String, String> promised(Exchange exchange) {
    var headers = exchange.getProperty(ANSWER_HEADERS, AnswerHeaders.class);
    return headers == null ? Map.of() : headers.all();
  }

  /** Where a client's imitation got past the server, the server's own value came first. */
  private static Optional<String> first(Message message, String header) {
    var value = message.getHeader(header);
    var own = value instanceof List<?> values && !values.isEmpty() ? values.get(0) : value;
    return Optional.ofNullable(own).map(Object::toString);
  }

  private static HttpBody body(Message message, Map<String, String> headers) throws IOException {
    var body = message.getBody();
    if (body == null) {
      return isForm(headers) ? HttpBody.form(Map.of()) : HttpBody.empty();
    }
    if (body instanceof Map<?, ?> fields) {
      return HttpBody.form(FormFields.of(fields));
    }
    if (body instanceof File || isForm(headers)) {
      return HttpBody.form(Map.of());
    }
    if (body instanceof InputStream stream) {
      return HttpBody.of(stream.readNBytes(HttpBody.MAX_BYTES + 1));
    }
    return HttpBody.of(message.getBody(byte[].class));
  }

  private static HttpBody file(Message message) {
    var content = message.getBody(InputStream.class);
    return HttpBody.of(content == null ? InputStream.nullInputStream() : content);
  }

  private static boolean isForm(Map<String, String> headers) {
    var type = headers.getOrDefault("content-type", "").strip().toLowerCase(Locale.ROOT);
    return type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/");
  }
}
