package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.openapi.ApiDocument;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product serves its OpenAPI document, to whoever asks. */
final class OpenApiStoryTest {

  @TempDir private Path directory;

  @Test
  void servesItsDocumentAndKnowsWhoHasIt() throws Exception {
    try (var product = new LoopbackProduct(directory)) {
      var first = get(product, "other");
      var tag = first.headers().firstValue("ETag").orElseThrow();

      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(first.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(JsonHttp.json(first.body())).isEqualTo(ApiDocument.ours().root());

      var again = get(product, "\"old\", W/" + tag);

      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.headers().firstValue("ETag")).contains(tag);
      assertThat(again.body()).isEmpty();
    }
  }

  private static HttpResponse<String> get(LoopbackProduct product, String known)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(product.url() + "/openapi.json"))
            .header("If-None-Match", known)
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
