package io.tuco.connectors.ghl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tuco.core.crm.HookCall;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Positives with key pairs of our own; GHL's keys are only parsed, for nobody else can sign. */
final class SignaturesTest {

  private static final GhlSigner SIGNER = new GhlSigner();
  private static final byte[] BODY =
      "{\"type\":\"ContactCreate\",\"name\":\"Zoë ☀\"}".getBytes(UTF_8);

  private final Signatures both = Signatures.with(SIGNER.ed25519(), SIGNER.rsa(), true);

  private static HookCall call(byte[] body, Map<String, String> headers) {
    return GhlSigner.call("", body, headers);
  }

  private boolean fits(Map<String, String> headers) {
    return both.fit(call(BODY, headers));
  }

  @Test
  void takesEitherSignature() {
    assertThat(fits(Map.of("x-ghl-signature", SIGNER.newer(BODY)))).isTrue();
    assertThat(fits(Map.of("x-wh-signature", SIGNER.older(BODY)))).isTrue();
    assertThat(fits(Map.of("x-ghl-signature", " " + SIGNER.newer(BODY) + "\n"))).isTrue();
  }

  @Test
  void letsTheNewerAloneDecide() {
    var older = SIGNER.older(BODY);

    assertThat(fits(Map.of("x-ghl-signature", SIGNER.newer(BODY), "x-wh-signature", "N/A")))
        .isTrue();
    for (var newer : new String[] {"", " ", "N/A", "AAAA", SIGNER.newer("{}".getBytes(UTF_8))}) {
      assertThat(fits(Map.of("x-ghl-signature", newer, "x-wh-signature", older)))
          .as("newer: " + newer)
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "N/A", "n/a", "====", "not base64 ☀", "AAAA"})
  void refusesWhatIsNoSignature(String given) {
    assertThat(fits(Map.of("x-ghl-signature", given))).isFalse();
    assertThat(fits(Map.of("x-wh-signature", given))).isFalse();
  }

  @Test
  void refusesNone() {
    assertThat(fits(Map.of())).isFalse();
    assertThat(fits(Map.of("authorization", "Bearer x"))).isFalse();
  }

  @Test
  void refusesTheOlderWhenItIsSwitchedOff() {
    var newerOnly = Signatures.with(SIGNER.ed25519(), SIGNER.rsa(), false);

    assertThat(newerOnly.fit(call(BODY, Map.of("x-wh-signature", SIGNER.older(BODY))))).isFalse();
    assertThat(newerOnly.fit(call(BODY, Map.of("x-ghl-signature", SIGNER.newer(BODY))))).isTrue();
  }

  @Test
  void refusesOneAlgorithmInTheOthersPlace() {
    assertThat(fits(Map.of("x-ghl-signature", SIGNER.older(BODY)))).isFalse();
    assertThat(fits(Map.of("x-wh-signature", SIGNER.newer(BODY)))).isFalse();
  }

  @Test
  void refusesStrangersUnderGhlsOwnKeys() {
    var vendors = Signatures.with(VendorKeys.ED25519, VendorKeys.RSA, true);

    assertThat(vendors.ed25519().getAlgorithm()).isIn("Ed25519", "EdDSA");
    assertThat(vendors.rsa().orElseThrow().getAlgorithm()).isEqualTo("RSA");
    assertThat(((RSAPublicKey) vendors.rsa().orElseThrow()).getModulus().bitLength())
        .isEqualTo(4096);
    assertThat(vendors.fit(call(BODY, Map.of("x-ghl-signature", SIGNER.newer(BODY))))).isFalse();
    assertThat(vendors.fit(call(BODY, Map.of("x-wh-signature", SIGNER.older(BODY))))).isFalse();
  }

  @Test
  void takesKeysAsTheyArePublished() {
    var pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + SIGNER.rsa().replaceAll("(.{64})", "$1\n")
            + "\n-----END PUBLIC KEY-----\n";

    var published = Signatures.with(SIGNER.ed25519(), pem, true);

    assertThat(published.fit(call(BODY, Map.of("x-wh-signature", SIGNER.older(BODY))))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"'',RSA", "AAAA,RSA", "not base64,RSA"})
  void refusesKeysThatAreNone(String key, String algorithm) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signatures.with(key, SIGNER.rsa(), true))
        .withMessage("webhook-key: not a public key of Ed25519");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signatures.with(SIGNER.ed25519(), key, true))
        .withMessage("webhook-key: not a public key of " + algorithm);
  }

  @Test
  void refusesEveryOfTenThousandMutations() {
    var random = new Random(20261121);
    var newer = SIGNER.newer(BODY);
    var older = SIGNER.older(BODY);
    var passed = 0;
    for (var i = 0; i < 10_000; i++) {
      // Ed25519 is the slower by far: every fifth.
      var name = i % 5 == 0 ? "x-ghl-signature" : "x-wh-signature";
      var headers = new HashMap<>(Map.of(name, i % 5 == 0 ? newer : older));
      var body = BODY;
      if (random.nextBoolean()) {
        body = mutated(BODY, random);
      } else {
        var raw = Base64.getDecoder().decode(headers.get(name));
        headers.put(name, Base64.getEncoder().encodeToString(mutated(raw, random)));
      }
      if (both.fit(call(body, headers))) {
        passed++;
      }
    }

    assertThat(passed).isZero();
  }

  /** One bit, a byte more, a byte less, or two bytes swapped: never the same bytes. */
  private static byte[] mutated(byte[] from, Random random) {
    var at = random.nextInt(from.length);
    switch (random.nextInt(3)) {
      case 0 -> {
        var flipped = from.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
      }
      case 1 -> {
        var longer = new byte[from.length + 1];
        System.arraycopy(from, 0, longer, 0, at);
        longer[at] = (byte) random.nextInt(256);
        System.arraycopy(from, at, longer, at + 1, from.length - at);
        return longer;
      }
      default -> {
        var shorter = new byte[from.length - 1];
        System.arraycopy(from, 0, shorter, 0, at);
        System.arraycopy(from, at + 1, shorter, at, from.length - at - 1);
        return shorter;
      }
    }
  }
}
