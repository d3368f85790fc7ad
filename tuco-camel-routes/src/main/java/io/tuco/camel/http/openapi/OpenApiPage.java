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

/** {@code GET /openapi.json}: the document, for everybody; asks no key. */
public final class OpenApiPage {

  public static final Operation READ = new Operation("GET", "/openapi.json", RouteIds.OPENAPI_READ);

  private final Map<String, @Nullable Object> document = OpenApiDocument.tree();
  private final String tag = tagOf(document);

  private OpenApiPage() {}

  public static List<Served> served() {
    return List.of(new Served(READ, new OpenApiPage()::answer));
  }

  /** Caches keep it and ask whether it is still the one. */
  private HttpAnswer answer(HttpRequest request) {
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
