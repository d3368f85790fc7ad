package io.tuco.camel.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One text that an operation may refuse in.
 *
 * @param text what the error, or the reason of the one operation that has none, must match
 * @param code empty for none
 */
public record DocumentedError(String operation, int status, String text, String code) {

  static List<DocumentedError> of(DocumentedOperation operation, int status) {
    var schema = operation.response(status).orElseThrow().at("/content/application~1json/schema");
    var bodies =
        schema.has("anyOf")
            ? StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                .collect(Collectors.toList())
            : List.of(schema);
    return bodies.stream()
        .flatMap(body -> texts(body).stream().map(text -> error(operation, status, body, text)))
        .collect(Collectors.toList());
  }

  public boolean isAnsweredBy(int answered, String answer) {
    try {
      var body = new ObjectMapper().readTree(answer);
      var said = body.path("error").asText(body.path("reason").asText());
      return answered == status
          && body.path("code").asText("").equals(code)
          && Pattern.compile(text).matcher(said).matches();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(answer, e);
    }
  }

  private static DocumentedError error(
      DocumentedOperation operation, int status, JsonNode body, String text) {
    return new DocumentedError(
        operation.name(), status, text, body.at("/properties/code/const").asText(""));
  }

  private static List<String> texts(JsonNode body) {
    var properties = body.path("properties");
    var schema = properties.has("error") ? properties.path("error") : properties.path("reason");
    var texts = new ArrayList<String>();
    schema.path("enum").forEach(text -> texts.add(Pattern.quote(text.asText())));
    for (var part : schema.path("anyOf")) {
      part.path("enum").forEach(text -> texts.add(Pattern.quote(text.asText())));
      if (part.has("pattern")) {
        texts.add(part.path("pattern").asText());
      }
    }
    return texts;
  }

  @Override
  public String toString() {
    return operation + " " + status + " " + text + (code.isEmpty() ? "" : " " + code);
  }
}
