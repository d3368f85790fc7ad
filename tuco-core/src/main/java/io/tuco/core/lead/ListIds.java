package io.tuco.core.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of the usual form, 24 lower-case hex characters, derived instead of drawn. */
final class ListIds {

  private static final int BYTES = 12;

  private ListIds() {}

  static String quickSends(String workspaceId) {
    return of("quick-sends:" + workspaceId);
  }

  static String named(String workspaceId, String name) {
    return of("list:" + workspaceId + ":" + name);
  }

  private static String of(String what) {
    return HexFormat.of().formatHex(sha256().digest(what.getBytes(UTF_8)), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform lacks SHA-256", e);
    }
  }
}
