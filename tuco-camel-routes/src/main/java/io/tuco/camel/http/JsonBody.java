package io.tuco.camel.http;

import io.tuco.camel.json.JsonReader;
import io.tuco.camel.json.JsonTree;
import java.util.Locale;
import java.util.Map;

/** The JSON object in a request's body, or the documented refusal (API contract, section 1). */
public final class JsonBody {

  private static final HttpAnswer TOO_LARGE = HttpAnswer.error(413, "Request body too large");
  private static final HttpAnswer UNSUPPORTED = HttpAnswer.error(415, "Unsupported media type");
  private static final HttpAnswer MALFORMED =
      HttpAnswer.error(400, "Invalid request body (JSON required)");
  private static final HttpAnswer NOT_AN_OBJECT =
      HttpAnswer.error(400, "Request body must be a JSON object");

  private JsonBody() {}

  public static OrAnswer<JsonReader> of(HttpRequest request) {
    return switch (request.body().kind()) {
      case TOO_LARGE -> OrAnswer.answer(TOO_LARGE);
      case FORM, STREAM -> OrAnswer.answer(UNSUPPORTED);
      case BYTES -> isJson(request) ? parsed(request.body()) : OrAnswer.answer(UNSUPPORTED);
    };
  }

  /** The same where nothing at all is said by an empty body. */
  public static OrAnswer<JsonReader> ofOptional(HttpRequest request) {
    return request.body().kind() == HttpBody.Kind.BYTES && request.body().isEmpty()
        ? OrAnswer.of(new JsonReader(Map.of()))
        : of(request);
  }

  /** Without a content type we try; without a body there is nothing that could be of a type. */
  private static boolean isJson(HttpRequest request) {
    return request.body().isEmpty()
        || request.header("content-type").map(JsonBody::namesJson).orElse(true);
  }

  private static boolean namesJson(String contentType) {
    var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json") || type.endsWith("+json");
  }

  private static OrAnswer<JsonReader> parsed(HttpBody body) {
    var tree = JsonTree.parse(body.bytes());
    return tree.kind() == JsonTree.Kind.MALFORMED
        ? OrAnswer.answer(MALFORMED)
        : OrAnswer.of(tree.asObject().map(JsonReader::new), NOT_AN_OBJECT);
  }
}
