package io.tuco.camel.http.openapi;

import io.tuco.camel.RouteIds;
import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Operation;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.EcmaScriptJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code GET /openapi.json} and its like: a facade's document, for everybody; asks no key. */
public final class OpenApiPage {

  public static final Operation READ = new Operation("GET", "/openapi.json", RouteIds.OPENAPI_READ);

  private final Map<String, @Nullable Object> document;
  private final String tag;

  private OpenApiPage(Map<String, @Nullable Object> document) {
    this.document = document;
    this.tag = tagOf(document);
  }

  public static List<Served> served() {
    return List.of(new Served(READ, new OpenApiPage(OpenApiDocument.tree())::answer));
  }

  /** The document of the {@code /v1} facade, which serves it itself. */
  public static OpenApiPage ofV1() {
    return new OpenApiPage(V1Document.tree());
  }

  /** Caches keep it and ask whether it is still the one. */
  public HttpAnswer answer(HttpRequest request) {
    var isKnown =
        request.header("if-none-match").stream()
            .flatMap(tags -> Stream.of(tags.split(",")))
            .map(String::strip)
            .anyMatch(known -> known.equals("*") || known.replaceFirst("^W/", "").equals(tag));
    var answer = isKnown ? HttpAnswer.of(304, Map.of()) : HttpAnswer.of(200, document);
    return answer.with("ETag", tag);
  }

  private static String tagOf(Map<String, @Nullable Object> document) {
    try {
      var bytes = EcmaScriptJson.stringify(document).getBytes(StandardCharsets.UTF_8);
      var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
