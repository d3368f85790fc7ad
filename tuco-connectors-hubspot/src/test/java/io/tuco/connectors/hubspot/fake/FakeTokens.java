package io.tuco.connectors.hubspot.fake;

import io.tuco.core.crm.FakeCall;
import io.tuco.core.crm.FakeCrm.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens of private apps, and pairs of an OAuth app (HubSpot contract, section 4). */
final class FakeTokens {

  static final String CLIENT_ID = "client-1";
  static final String CLIENT_SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";

  private static final Duration LIFE = Duration.ofSeconds(1800);

  /** A token, and until when it is good; a private app's for ever. */
  record Access(String portal, Optional<Instant> until) {

    boolean isOauth() {
      return until.isPresent();
    }
  }

  private final Map<String, Access> access = new HashMap<>();
  private final Map<String, String> refresh = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();
  private int made;

  void fixed(String token, String portal) {
    access.put(token, new Access(portal, Optional.empty()));
  }

  void code(String code, String portal) {
    codes.put(code, portal);
  }

  void revokeAccess() {
    access.clear();
  }

  void revokeAll() {
    access.clear();
    refresh.clear();
  }

  Optional<Access> valid(FakeCall call, Instant now) {
    return call.header("authorization")
        .filter(value -> value.startsWith("Bearer "))
        .map(value -> access.get(value.substring("Bearer ".length())))
        .filter(held -> held.until().map(now::isBefore).orElse(true));
  }

  Reply token(FakeCall call, Instant now) {
    var form = call.form();
    if (!CLIENT_ID.equals(form.get("client_id"))
        || !CLIENT_SECRET.equals(form.get("client_secret"))) {
      return refused("invalid_client", "BAD_CLIENT_ID");
    }
    return switch (form.getOrDefault("grant_type", "")) {
      case "authorization_code" -> {
        var portal = codes.remove(form.getOrDefault("code", ""));
        yield portal == null
            ? refused("invalid_grant", "BAD_AUTH_CODE")
            : pair("refresh-" + ++made, portal, now);
      }
      case "refresh_token" -> {
        var token = form.getOrDefault("refresh_token", "");
        var portal = refresh.get(token);
        yield portal == null
            ? refused("invalid_grant", "BAD_REFRESH_TOKEN")
            : pair(token, portal, now);
      }
      default -> refused("unsupported_grant_type", "BAD_GRANT_TYPE");
    };
  }

  private Reply pair(String refreshToken, String portal, Instant now) {
    // Real ones exceed 300 characters.
    var token = "access-" + ++made + "-" + "x".repeat(320);
    access.put(token, new Access(portal, Optional.of(now.plus(LIFE))));
    refresh.put(refreshToken, portal);
    var body =
        Json.object()
            .put("access_token", token)
            .put("expires_in", LIFE.toSeconds())
            .put("refresh_token", refreshToken)
            .put("token_type", "bearer")
            .put("token_use", "access_token")
            .put("hub_id", Long.parseLong(portal))
            .put("user_id", 1);
    body.putArray("scopes").add("oauth").add("crm.objects.contacts.read");
    return Json.reply(200, body);
  }

  private static Reply refused(String error, String status) {
    return Json.reply(
        400,
        Json.object()
            .put("error", error)
            .put("error_description", "it is not valid")
            .put("status", status)
            .put("message", "it is not valid"));
  }

  static Reply unauthorized() {
    return Json.error(401, "EXPIRED_AUTHENTICATION", "The token is expired or not known");
  }
}
