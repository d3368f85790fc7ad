package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.Fixtures;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing a client puts into headers, query or forms steers a route or stands in for a key. */
final class EdgeStoryTest {

  private static LoopbackApi api;
  private static String key;

  @BeforeAll
  static void open() throws Exception {
    api = new LoopbackApi();
    key = api.world().key();
  }

  @AfterAll
  static void close() {
    api.close();
  }

  /** Camel's own names in many spellings, with what would change the answer if it were believed. */
  static Stream<String> imitations() {
    var names = new ArrayList<String>();
    for (var name :
        List.of(
            "CamelHttpPath",
            "CamelHttpUri",
            "CamelHttpUrl",
            "CamelHttpMethod",
            "CamelHttpQuery",
            "CamelHttpRawQuery",
            "CamelHttpResponseCode",
            "CamelBeanMethodName")) {
      names.add(name);
      names.add(name.toLowerCase(Locale.ROOT));
      names.add(name.toUpperCase(Locale.ROOT));
      names.add(alternating(name));
    }
    return names.stream();
  }

  @ParameterizedTest
  @MethodSource("imitations")
  void ignoresAHeaderThatImitatesCamels(String name) {
    var answer =
        api.send(
            api.request("/api/messages/5")
                .header("Authorization", "Bearer " + key)
                .header(name, "/api/messages/" + Fixtures.id(0xe1)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo("{\"error\":\"Invalid messageId\",\"code\":\"VALIDATION_ERROR\"}");
    assertThat(answer.headers().map().keySet())
        .containsExactlyInAnyOrder(
            "content-type", "content-length", "x-request-id", "ratelimit", "ratelimit-policy");
  }

  @ParameterizedTest
  @MethodSource("imitations")
  void ignoresAQueryParameterThatImitatesCamels(String name) {
    var answer = api.get("/api/messages/5?" + name + "=/api/messages", key);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo("{\"error\":\"Invalid messageId\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @ParameterizedTest
  @MethodSource("imitations")
  void ignoresAFormFieldThatImitatesCamels(String name) {
    var answer =
        api.send(
            api.request("/api/messages")
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(name + "=/api/webhooks")));

    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-api-key", "X-API-Key", "X-Api-Key"})
  void takesTheKeyFromAHeaderButNeverFromAUrl(String name) {
    var inHeader = api.send(api.request("/api/messages").header(name, key));
    var inQuery = api.send(api.request("/api/messages?" + name + "=" + key));
    var authorization = api.send(api.request("/api/messages?Authorization=Bearer%20" + key));

    assertThat(inHeader.statusCode()).isEqualTo(200);
    assertThat(inQuery.statusCode()).isEqualTo(401);
    assertThat(authorization.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-www-form-urlencoded", "Application/X-WWW-Form-Urlencoded"})
  void neverTakesTheKeyFromAForm(String type) {
    var answer =
        api.send(
            api.request("/api/messages")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("x-api-key=" + key + "&message=hi")));

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void neverTakesTheKeyFromAFormInParts() {
    var part = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
    var file = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\nx\r\n";
    var answer =
        api.send(
            api.request("/api/messages")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(
                    BodyPublishers.ofString(
                        part.formatted("authorization", "Bearer " + key) + file + "--b--\r\n")));

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void doesNotTakeOneOfTwoKeys() {
    var answer =
        api.send(
            api.request("/api/messages")
                .header("Authorization", "Bearer " + key)
                .header("Authorization", "Bearer " + api.world().key()));

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "A.b_c-9"})
  void echoesARequestIdOfTheDocumentedForm(String id) {
    var inside = api.send(api.request("/api/nothing").header("X-Request-Id", id));
    var outside = api.send(api.request("/nothing").header("X-Request-Id", id));

    assertThat(inside.headers().firstValue("X-Request-Id")).contains(id);
    assertThat(outside.headers().firstValue("X-Request-Id")).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "ä", "<script>", "{}"})
  void makesItsOwnRequestIdInPlaceOfAnother(String id) {
    var answer = api.send(api.request("/api/nothing").header("X-Request-Id", id));

    assertThat(answer.headers().firstValue("X-Request-Id").orElseThrow())
        .matches("req_[0-9a-z]{26}");
  }

  @RepeatedTest(10)
  void tellsAClientThatIsStillSendingThatItIsTooMuch() {
    var answer =
        api.send(
            api.request("/api/messages")
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofByteArray(new byte[3 * 1024 * 1024])));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body())
        .isEqualTo("{\"error\":\"Request body too large\",\"code\":\"BODY_TOO_LARGE\"}");
  }

  @Test
  void offersTheMethodsOfAPathToWhoUsesAnother() {
    var answer =
        api.send(api.request("/api/messages").method("PUT", BodyPublishers.ofString("{}")));
    var head = api.send(api.request("/api/messages").method("HEAD", BodyPublishers.noBody()));

    assertThat(answer.headers().firstValue("Allow")).contains("GET, POST");
    assertThat(head.statusCode()).isEqualTo(405);
    assertThat(head.body()).isEmpty();
  }

  private static String alternating(String name) {
    var text = new StringBuilder();
    for (var i = 0; i < name.length(); i++) {
      var c = name.charAt(i);
      text.append(i % 2 == 0 ? Character.toLowerCase(c) : Character.toUpperCase(c));
    }
    return text.toString();
  }
}
