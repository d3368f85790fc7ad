package io.tuco.core.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An id of the usual form, 24 lower-case hex characters, derived instead of drawn. */
final class QuickSendsId {

  private static final int BYTES = 12;

  private QuickSendsId() {}

  static String of(String workspaceId) {
    var digest = sha256().digest(("quick-sends:" + workspaceId).getBytes(UTF_8));
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform lacks SHA-256", e);
    }
  }
}
