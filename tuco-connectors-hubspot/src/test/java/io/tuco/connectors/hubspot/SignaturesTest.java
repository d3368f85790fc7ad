package io.tuco.connectors.hubspot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.connectors.hubspot.fake.FakeHooks;
import io.tuco.core.crm.HookCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures (HubSpot contract, section 5), with its published vectors. */
final class SignaturesTest {

  private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
  private static final String URL = "https://www.example.com/webhook_uri";
  private static final Instant NOW = Instant.parse("2027-03-12T12:00:00Z");
  private static final String V1_BODY =
      "[{\"eventId\":1,\"subscriptionId\":12345,\"portalId\":62515,\"occurredAt\":1564113600000,"
          + "\"subscriptionType\":\"contact.creation\",\"attemptNumber\":0,\"objectId\":123,"
          + "\"changeSource\":\"CRM\",\"changeFlag\":\"NEW\",\"appId\":54321}]";

  private final Signatures signatures = new Signatures(SECRET);

  @Test
  void acceptsThePublishedVectors() {
    var get = older("v2", "eee2dddcc73c94d699f5e395f4b9d454a069a6855fbfa152e91e88823087200e");
    var post = older("v2", "9569219f8ba981ffa6f6f16aa0f48637d35d728c7e4d93d0d52efaa512af7900");
    var events = older("v1", "232db2615f3d666fe21a8ec971ac7b5402d33b9a925784df3ca654d05f4817de");

    assertThat(signatures.verify(call("GET", URL, get, ""))).isTrue();
    assertThat(signatures.verify(call("POST", URL, post, "{\"example_field\":\"example_value\"}")))
        .isTrue();
    assertThat(signatures.verify(call("POST", "https://any.example/", events, V1_BODY))).isTrue();
  }

  @Test
  void acceptsV3() {
    var headers = FakeHooks.v3(SECRET, "POST", URL + "?a=1", "{\"ü\":1}", NOW);

    assertThat(signatures.verify(call("POST", URL + "?a=1", headers, "{\"ü\":1}"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "-300001, false",
    "-300000, true",
    "0, true",
    "300000, true",
    "300001, false",
  })
  void acceptsV3ForFiveMinutes(long millis, boolean isAccepted) {
    var headers = FakeHooks.v3(SECRET, "POST", URL, "{}", NOW.plus(Duration.ofMillis(millis)));

    assertThat(signatures.verify(call("POST", URL, headers, "{}"))).isEqualTo(isAccepted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999", " 1804852800000"})
  void refusesATimeThatIsNone(String time) {
    var headers = new HashMap<>(FakeHooks.v3(SECRET, "POST", URL, "{}", NOW));
    headers.put("x-hubspot-request-timestamp", time);
    assertThat(signatures.verify(call("POST", URL, headers, "{}"))).isFalse();

    headers.remove("x-hubspot-request-timestamp");
    assertThat(signatures.verify(call("POST", URL, headers, "{}"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/a%3Ab, /a:b",
    "/a%2Fb, /a/b",
    "/a?q=%3F, /a?q=?",
    "/a%40, /a@",
    "/a%21%24%27%28%29%2A%3B, /a!$'()*;",
    "'/a%2C', '/a,'",
    // Nothing else, and not twice.
    "/a%20b, /a%20b",
    "/a%2B%26%3D%23%25, /a%2B%26%3D%23%25",
    "/a%253A, /a%253A",
    "/a%3a, /a%3a",
    "/a%, /a%",
    "/a%3, /a%3",
  })
  void decodesTheListedEscapesAlone(String url, String signed) {
    assertThat(Signatures.decoded(url)).isEqualTo(signed);

    var headers = FakeHooks.v3(SECRET, "POST", "https://x.example" + signed, "", NOW);
    assertThat(signatures.verify(call("POST", "https://x.example" + url, headers, ""))).isTrue();
  }

  @Test
  void decodesNothingForV2() {
    var url = "https://x.example/a%3Ab";

    assertThat(signatures.verify(call("POST", url, FakeHooks.v2(SECRET, "POST", url, "{}"), "{}")))
        .isTrue();
  }

  /** Where there is a v3 signature, it alone decides. */
  @Test
  void doesNotFallBackFromABadV3() {
    var headers = new HashMap<>(FakeHooks.v2(SECRET, "POST", URL, "{}"));
    assertThat(signatures.verify(call("POST", URL, headers, "{}"))).isTrue();

    headers.put("x-hubspot-signature-v3", "AAAA");
    headers.put("x-hubspot-request-timestamp", String.valueOf(NOW.toEpochMilli()));

    assertThat(signatures.verify(call("POST", URL, headers, "{}"))).isFalse();
  }

  @Test
  void refusesWhatIsNotSignedOrInAVersionNobodyKnows() {
    var v2 = FakeHooks.v2(SECRET, "POST", URL, "{}");

    assertThat(signatures.verify(call("POST", URL, Map.of(), "{}"))).isFalse();
    for (var version : List.of("", "v3", "v4", "v11")) {
      var headers = new HashMap<>(v2);
      headers.put("x-hubspot-signature-version", version);
      assertThat(signatures.verify(call("POST", URL, headers, "{}"))).isFalse();
    }
    var withoutVersion = new HashMap<>(v2);
    withoutVersion.remove("x-hubspot-signature-version");
    assertThat(signatures.verify(call("POST", URL, withoutVersion, "{}"))).isFalse();
  }

  /** What is signed, and the signature: whatever changes of it, the call is refused. */
  @Test
  void refusesEveryOfManyMutations() {
    var random = new Random(62515);
    var accepted = 0;
    for (var i = 0; i < 10_000; i++) {
      var version = i % 3;
      var parts = List.of("POST", URL, V1_BODY, String.valueOf(NOW.toEpochMilli()));
      var headers = new HashMap<>(signed(version, parts));
      var changed = new String[] {parts.get(0), parts.get(1), parts.get(2)};
      mutate(random, version, headers, changed);
      if (signatures.verify(call(changed[0], changed[1], headers, changed[2]))) {
        accepted++;
      }
    }
    assertThat(accepted).isZero();
  }

  private static Map<String, String> signed(int version, List<String> parts) {
    return switch (version) {
      case 0 -> FakeHooks.v1(SECRET, parts.get(2));
      case 1 -> FakeHooks.v2(SECRET, parts.get(0), parts.get(1), parts.get(2));
      default -> FakeHooks.v3(SECRET, parts.get(0), parts.get(1), parts.get(2), NOW);
    };
  }

  /** Changes one thing that the version signs. */
  private static void mutate(
      Random random, int version, Map<String, String> headers, String[] parts) {
    var signature = version == 2 ? "x-hubspot-signature-v3" : "x-hubspot-signature";
    switch (random.nextInt(version == 2 ? 5 : version == 1 ? 4 : 2)) {
      case 0 -> headers.computeIfPresent(signature, (name, text) -> changed(random, text));
      case 1 -> parts[2] = changed(random, parts[2]);
      case 2 -> parts[0] = changed(random, parts[0]);
      case 3 -> parts[1] = changed(random, parts[1]);
      default ->
          headers.put(
              "x-hubspot-request-timestamp",
              String.valueOf(NOW.toEpochMilli() + 1 + random.nextInt(200_000)));
    }
  }

  /** A character more, less, or another. */
  private static String changed(Random random, String text) {
    var at = random.nextInt(text.length());
    var letter = (char) (33 + random.nextInt(94));
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + letter + text.substring(at);
      default ->
          text.charAt(at) == letter
              ? text + letter
              : text.substring(0, at) + letter + text.substring(at + 1);
    };
  }

  @Test
  void signsBytesAndNotText() {
    var body = new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}'};
    var other = Arrays.copyOf(body, body.length);
    other[1] = (byte) 0xfd;
    var asText = FakeHooks.v1(SECRET, new String(body, UTF_8));

    // Both are the same text once what is no UTF-8 has become a question mark.
    assertThat(new String(body, UTF_8)).isEqualTo(new String(other, UTF_8));
    assertThat(signatures.verify(raw(asText, body))).isFalse();
    assertThat(signatures.verify(raw(asText, other))).isFalse();
  }

  private static HookCall raw(Map<String, String> headers, byte[] body) {
    return new HookCall("events", "POST", URL, headers, body, Optional.empty(), NOW);
  }

  private static Map<String, String> older(String version, String signature) {
    return Map.of("x-hubspot-signature", signature, "x-hubspot-signature-version", version);
  }

  private static HookCall call(
      String method, String url, Map<String, String> headers, String body) {
    return new HookCall(
        "events", method, url, headers, body.getBytes(UTF_8), Optional.empty(), NOW);
  }
}
