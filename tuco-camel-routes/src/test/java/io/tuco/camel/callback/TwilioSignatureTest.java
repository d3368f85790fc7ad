package io.tuco.camel.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twilio contract, section 6; the vendor's own library judges ours where it can. */
final class TwilioSignatureTest {

  private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
  private static final String WITH_PORT = "https://mycompany.com:443/myapp.php?foo=1&bar=2";
  private static final String PLAIN = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
  private static final String PORTED = "kvajT1Ptam85bY51eRf/AJRuM3w=";

  private static final Map<String, List<String>> FORM =
      Map.of(
          "Digits", List.of("1234"),
          "CallSid", List.of("CA1234567890ABCDE"),
          "To", List.of("+18005551212"),
          "Caller", List.of("+14158675309"),
          "From", List.of("+14158675309"));

  private final TwilioSignature signature = new TwilioSignature(List.of("12345"));

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, PORTED})
  void fitsWithAndWithoutThePort(String vector) {
    assertThat(signature.fitsForm(URL, FORM, vector)).isTrue();
    assertThat(signature.fitsForm(WITH_PORT, FORM, vector)).isTrue();
  }

  @Test
  void makesTheVectors() {
    assertThat(TwilioSignature.of("12345", URL, FORM)).isEqualTo(PLAIN);
    assertThat(TwilioSignature.of("12345", WITH_PORT, FORM)).isEqualTo(PORTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "RSOYDt4T1cUTdK1PDd93/VVr8B9=", "\u0130", PLAIN + "="})
  void refusesAnythingElse(String forged) {
    assertThat(signature.fitsForm(URL, FORM, forged)).isFalse();
  }

  @Test
  void refusesAnotherUrlFormOrToken() {
    var more = new HashMap<>(FORM);
    more.put("Unknown", List.of(""));
    var less = new HashMap<>(FORM);
    less.remove("Digits");

    assertThat(signature.fitsForm(URL + "0", FORM, PLAIN)).isFalse();
    assertThat(signature.fitsForm(URL.replace("https", "http"), FORM, PLAIN)).isFalse();
    assertThat(signature.fitsForm(URL, more, PLAIN)).isFalse();
    assertThat(signature.fitsForm(URL, less, PLAIN)).isFalse();
    assertThat(new TwilioSignature(List.of("54321")).fitsForm(URL, FORM, PLAIN)).isFalse();
    assertThat(new TwilioSignature(List.of()).fitsForm(URL, FORM, PLAIN)).isFalse();
  }

  @Test
  void takesBothTokensWhileOneIsBeingReplaced() {
    assertThat(new TwilioSignature(List.of("new", "12345")).fitsForm(URL, FORM, PLAIN)).isTrue();
  }

  @Test
  void keepsEveryDifferentValueOfARepeatedKeyInOrder() {
    var repeated = Map.of("MediaUrl", List.of("b", "a", "b"), "A", List.of("1"));

    assertThat(TwilioSignature.of("12345", URL, repeated))
        .isEqualTo(TwilioSignature.of("12345", URL + "A1MediaUrlaMediaUrlb", Map.of()));
  }

  @Test
  void agreesWithTheVendorsLibrary() {
    var random = new Random(7);
    var vendor = new RequestValidator("12345");
    for (var number = 0; number < 500; number++) {
      var form =
          random
              .ints(random.nextInt(6), 0, 1000)
              .boxed()
              .distinct()
              .collect(
                  Collectors.toMap(key -> "K" + key + "ş", key -> List.of("v " + key + "ü+&")));
      var url =
          "https://tuco.example" + (number % 2 == 0 ? ":8443" : "") + "/hooks/" + number + "?a=%20";
      var flat =
          form.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get(0)));

      assertThat(vendor.validate(url, flat, TwilioSignature.of("12345", url, form))).isTrue();
    }
  }

  @Test
  void fitsABodyByItsHashInTheQuery() {
    var body = "{\"x\":1}".getBytes(UTF_8);
    var url =
        "https://mycompany.com/hook?bodySHA256="
            + "5041bf1f713df204784353e82f6a4a535931cb64f1f4b4a5aeaffcb720918b22";
    var given = TwilioSignature.of("12345", url, Map.of());

    assertThat(signature.fitsBody(url, body, given)).isTrue();
    assertThat(signature.fitsBody(url, "{\"x\":2}".getBytes(UTF_8), given)).isFalse();
    assertThat(signature.fitsBody(url, body, PLAIN)).isFalse();
    assertThat(signature.fitsBody(URL, body, TwilioSignature.of("12345", URL, Map.of()))).isFalse();
  }
}
