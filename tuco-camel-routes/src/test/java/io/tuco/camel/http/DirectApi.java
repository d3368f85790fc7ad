package io.tuco.camel.http;

import io.tuco.camel.openapi.AnswerRules;
import io.tuco.camel.openapi.SeenAnswer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** All facades over {@code direct:}: the routes shelf's way in. */
public final class DirectApi implements AutoCloseable {

  /** What came back. */
  public record Answer(int status, String body, Map<String, Object> headers) {

    /** The same as an answer of the facade. */
    public SeenAnswer asSeen(String method, String target) {
      var texts =
          headers.entrySet().stream()
              .collect(
                  Collectors.toMap(Map.Entry::getKey, header -> String.valueOf(header.getValue())));
      return new SeenAnswer(method, target.split("\\?", 2)[0], status, texts, body);
    }
  }

  private final ApiWorld world;
  private final CamelContext context;
  private final ProducerTemplate producer;

  public DirectApi() throws Exception {
    this(new ApiWorld());
  }

  /** One more server on the stores of that world. */
  public DirectApi(ApiWorld world) throws Exception {
    this.world = world;
    this.context = ApiContext.of(world, DirectApi::uri);
    context.start();
    this.producer = context.createProducerTemplate();
  }

  public ApiWorld world() {
    return world;
  }

  public CamelContext context() {
    return context;
  }

  /**
   * @param operation such as {@code POST /api/messages}, as the facade names it
   */
  public Answer call(String operation, String path, String key, Object body) {
    return call(operation, path, Map.of("Authorization", "Bearer " + key), body);
  }

  public Answer call(String operation, String path, Map<String, Object> headers, Object body) {
    var answer = seen(operation, path, headers, body);
    AnswerRules.check(answer.asSeen(operation.split(" ")[0], path));
    return answer;
  }

  /** The same for who judges the answer himself. */
  public Answer seen(String operation, String path, Map<String, Object> headers, Object body) {
    return seen(operation, operation.split(" ")[0], path, headers, body);
  }

  /**
   * @param method what a route that takes every method is told
   */
  public Answer seen(
      String operation, String method, String path, Map<String, Object> headers, Object body) {
    var parts = operation.split(" ");
    var question = path.indexOf('?');
    Map<String, Object> all = new LinkedHashMap<>(headers);
    all.put(Exchange.HTTP_METHOD, method);
    all.put(Exchange.HTTP_PATH, question < 0 ? path : path.substring(0, question));
    if (question >= 0) {
      all.put(Exchange.HTTP_RAW_QUERY, path.substring(question + 1));
    }
    return ask(uri(parts[0], parts[1]), all, body);
  }

  private Answer ask(String uri, Map<String, Object> headers, Object body) {
    var exchange =
        producer.request(
            uri,
            sent -> {
              sent.getMessage().setHeaders(headers);
              sent.getMessage().setBody(body);
            });
    // A server would answer in its own words then, whatever we wrote.
    if (exchange.getException() != null) {
      throw new AssertionError("the exchange is failed", exchange.getException());
    }
    var answer = exchange.getMessage();
    return new Answer(
        answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
        new String(
            answer.getBody() == null ? new byte[0] : answer.getBody(byte[].class),
            StandardCharsets.UTF_8),
        answer.getHeaders());
  }

  @Override
  public void close() {
    context.stop();
  }

  /** Where an operation is consumed; {@code * /api} takes what no other does. */
  private static String uri(String method, String path) {
    return "direct:" + method.replace("*", "any") + path;
  }
}
