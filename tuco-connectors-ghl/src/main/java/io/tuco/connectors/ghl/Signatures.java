package io.tuco.connectors.ghl;

import io.tuco.core.crm.HookCall;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a webhook is GHL's, over the bytes as they came (contract, section 5). The newer
 * signature alone decides where there is one: who can break the older must not get past it.
 */
record Signatures(PublicKey ed25519, Optional<PublicKey> rsa) {

  private static final Predicate<String> ANY =
      value -> !value.isBlank() && !value.strip().equals("N/A");

  /** Refuses keys that are none with an {@link IllegalArgumentException}. */
  static Signatures with(String ed25519, String rsa, boolean acceptRsa) {
    return new Signatures(
        key("Ed25519", ed25519), acceptRsa ? Optional.of(key("RSA", rsa)) : Optional.empty());
  }

  boolean fit(HookCall call) {
    // Also an empty one is there, and decides.
    var newer = call.header("x-ghl-signature");
    if (newer.isPresent()) {
      return newer.filter(ANY).filter(given -> fits("Ed25519", ed25519, call, given)).isPresent();
    }
    return rsa.isPresent()
        && call.header("x-wh-signature")
            .filter(ANY)
            .filter(given -> fits("SHA256withRSA", rsa.get(), call, given))
            .isPresent();
  }

  private static boolean fits(String algorithm, PublicKey key, HookCall call, String given) {
    try {
      var verifier = Signature.getInstance(algorithm);
      verifier.initVerify(key);
      verifier.update(call.body());
      return verifier.verify(Base64.getDecoder().decode(given.strip()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static PublicKey key(String algorithm, String text) {
    var base64 = text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----|\\s|\\\\n", "");
    try {
      var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
      return KeyFactory.getInstance(algorithm).generatePublic(encoded);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("webhook-key: not a public key of " + algorithm, e);
    }
  }
}
