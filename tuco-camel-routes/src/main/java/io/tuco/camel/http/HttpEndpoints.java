package io.tuco.camel.http;

import java.util.Locale;

/**
 * Where requests come in: turns a method and a path of ours into a consumer's URI. The default is
 * {@code platform-http}; a test or an embedder may name other endpoints.
 */
@FunctionalInterface
public interface HttpEndpoints {

  /**
   * @param method such as {@code GET}, or {@code *} for every other request below the path
   * @param path such as {@code /api/messages/{id}}
   */
  String uri(String method, String path);

  /** The same where a whole file comes in, which should not have to fit in memory. */
  default String uploadUri(String method, String path) {
    return uri(method, path);
  }

  /** Endpoints on the platform's HTTP server. */
  static HttpEndpoints platformHttp() {
    return new HttpEndpoints() {
      @Override
      public String uri(String method, String path) {
        return method.equals("*")
            ? "platform-http:" + path + "?matchOnUriPrefix=true"
            : "platform-http:" + path + "?httpMethodRestrict=" + method;
      }

      @Override
      public String uploadUri(String method, String path) {
        return uri(method, path) + "&useStreaming=true";
      }
    };
  }

  /**
   * Endpoints without a server, for tests and for embedders with an HTTP layer of their own: {@code
   * POST /api/messages} is {@code direct:tuco-post-api-messages}.
   */
  static HttpEndpoints direct() {
    return (method, path) ->
        "direct:tuco-"
            + (method.equals("*") ? "any" : method.toLowerCase(Locale.ROOT))
            + path.replaceAll("[{}]", "").replace('/', '-');
  }
}
