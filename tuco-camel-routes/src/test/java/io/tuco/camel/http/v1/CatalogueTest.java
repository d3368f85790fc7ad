package io.tuco.camel.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tuco.camel.http.openapi.V1Document;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The errors of the code are those of the document's source, with their types and statuses. */
final class CatalogueTest {

  @Test
  void isTheSameInTheCodeAndInTheDocument() throws Exception {
    var ours =
        Arrays.stream(ErrorCode.values())
            .collect(
                Collectors.toMap(
                    ErrorCode::wire,
                    code -> code.type().wire() + " " + code.status(),
                    (one, other) -> one,
                    TreeMap::new));

    assertThat(documented()).isEqualTo(ours);
  }

  @Test
  void saysSomethingOfEveryError() {
    assertThat(ErrorCode.values())
        .allSatisfy(
            code -> {
              var answer = code.answerOf("from");
              var error = (Map<?, ?>) answer.body().get("error");

              assertThat(answer.status()).isEqualTo(code.status());
              assertThat(error.get("type")).isEqualTo(code.type().wire());
              assertThat(error.get("param")).isEqualTo("from");
              assertThat(String.valueOf(error.get("message"))).endsWith(".");
              assertThat(((Map<?, ?>) code.answer().body().get("error")).containsKey("param"))
                  .isFalse();
            });
  }

  private static Map<String, String> documented() throws Exception {
    var all = new TreeMap<String, String>();
    try (var file = V1Document.class.getResourceAsStream("v1/common.json")) {
      new ObjectMapper()
          .readTree(file)
          .path("catalogue")
          .fields()
          .forEachRemaining(
              code ->
                  all.put(
                      code.getKey(),
                      code.getValue().path("type").asText()
                          + " "
                          + code.getValue().path("status").asText()));
    }
    return all;
  }
}
