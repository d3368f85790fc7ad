package io.tuco.camel.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/** Both facades over {@code direct:}: the routes shelf's way in. */
public final class DirectApi implements AutoCloseable {

  /** What came back. */
  public record Answer(int status, String body, Map<String, Object> headers) {}

  private final ApiWorld world;
  private final CamelContext context;

  public DirectApi() throws Exception {
    this(new ApiWorld());
  }

  /** One more server on the stores of that world. */
  public DirectApi(ApiWorld world) throws Exception {
    this.world = world;
    this.context = ApiContext.of(world, DirectApi::uri);
    context.start();
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
    var parts = operation.split(" ");
    var question = path.indexOf('?');
    Map<String, Object> all = new LinkedHashMap<>(headers);
    all.put(Exchange.HTTP_METHOD, parts[0]);
    all.put(Exchange.HTTP_PATH, question < 0 ? path : path.substring(0, question));
    if (question >= 0) {
      all.put(Exchange.HTTP_RAW_QUERY, path.substring(question + 1));
    }
    return ask(uri(parts[0], parts[1]), all, body);
  }

  private Answer ask(String uri, Map<String, Object> headers, Object body) {
    try (var producer = context.createProducerTemplate()) {
      var exchange =
          producer.request(
              uri,
              sent -> {
                sent.getMessage().setHeaders(headers);
                sent.getMessage().setBody(body);
              });
      var answer = exchange.getMessage();
      return new Answer(
          answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
          new String(answer.getBody(byte[].class), StandardCharsets.UTF_8),
          answer.getHeaders());
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    context.stop();
  }

  private static String uri(String method, String path) {
    return "direct:" + method.replace("*", "any") + path;
  }
}
