package io.tuco.camel.story;

import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.openapi.AnswerRules;
import io.tuco.camel.openapi.SeenAnswer;
import io.tuco.camel.standalone.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** Both facades behind a real server on a free port of the loopback. */
final class LoopbackApi implements AutoCloseable {

  private final ApiWorld world;
  private final CamelContext context = new DefaultCamelContext();
  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  LoopbackApi() throws Exception {
    this(new ApiWorld());
  }

  /** One more server on the stores of that world. */
  LoopbackApi(ApiWorld world) throws Exception {
    this.world = world;
    this.server = HttpServer.start(context, "127.0.0.1", 0, world.ids());
    ApiContext.with(context, world, HttpEndpoints.platformHttp());
    context.start();
    server.serve();
  }

  ApiWorld world() {
    return world;
  }

  CamelContext context() {
    return context;
  }

  int port() {
    return server.port();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  HttpResponse<String> post(String path, String key, String body) {
    return send(
        request(path)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path, String key) {
    return send(request(path).header("Authorization", "Bearer " + key));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      AnswerRules.check(SeenAnswer.of(response));
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.stop();
    server.close();
  }
}
