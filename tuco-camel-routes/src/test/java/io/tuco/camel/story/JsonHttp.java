package io.tuco.camel.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tuco.camel.openapi.AnswerRules;
import io.tuco.camel.openapi.SeenAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A plain client of JSON APIs, as a customer would write it. */
public final class JsonHttp {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String base;
  private final String token;

  public JsonHttp(String base, String token) {
    this.base = base;
    this.token = token;
  }

  /** A status and a JSON body. */
  public record Answer(int status, JsonNode body) {}

  public Answer get(String path) throws IOException {
    return exchange("GET", path, "");
  }

  public Answer post(String path, String body) throws IOException {
    return exchange("POST", path, body);
  }

  public Answer patch(String path, String body) throws IOException {
    return exchange("PATCH", path, body);
  }

  public Answer delete(String path) throws IOException {
    return exchange("DELETE", path, "");
  }

  static JsonNode json(String text) throws IOException {
    return MAPPER.readTree(text);
  }

  private Answer exchange(String method, String path, String body) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      AnswerRules.check(SeenAnswer.of(response));
      return new Answer(response.statusCode(), MAPPER.readTree(response.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
