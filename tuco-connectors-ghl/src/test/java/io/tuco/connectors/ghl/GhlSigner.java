package io.tuco.connectors.ghl;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.core.crm.HookCall;
import io.tuco.core.fixture.Fixtures;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Signs as GHL does, with keys of its own. */
final class GhlSigner {

  private final KeyPair newer = pair("Ed25519", 255);
  private final KeyPair older = pair("RSA", 2048);

  /** The settings under which these signatures are GHL's. */
  Map<String, String> settings() {
    return Map.of("webhook-key.ed25519", ed25519(), "webhook-key.rsa", rsa());
  }

  String ed25519() {
    return Base64.getEncoder().encodeToString(newer.getPublic().getEncoded());
  }

  String rsa() {
    return Base64.getEncoder().encodeToString(older.getPublic().getEncoded());
  }

  String newer(byte[] body) {
    return sign("Ed25519", newer, body);
  }

  String older(byte[] body) {
    return sign("SHA256withRSA", older, body);
  }

  HookCall signed(String hook, String body) {
    var bytes = body.getBytes(UTF_8);
    return call(hook, bytes, Map.of("x-ghl-signature", newer(bytes)));
  }

  static HookCall call(String hook, byte[] body, Map<String, String> headers) {
    return new HookCall(
        hook,
        "POST",
        "https://tuco.example/hooks/ghl",
        headers,
        body,
        Optional.empty(),
        Fixtures.NOW);
  }

  private static KeyPair pair(String algorithm, int size) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sign(String algorithm, KeyPair pair, byte[] body) {
    try {
      var signer = Signature.getInstance(algorithm);
      signer.initSign(pair.getPrivate());
      signer.update(body);
      return Base64.getEncoder().encodeToString(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
