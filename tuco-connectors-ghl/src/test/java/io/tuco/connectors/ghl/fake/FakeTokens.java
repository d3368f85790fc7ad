package io.tuco.connectors.ghl.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.FakeCall;
import io.tuco.core.crm.FakeCrm.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens: static ones, and pairs whose refresh token is replaced at every use. */
final class FakeTokens {

  static final String CLIENT_ID = "client-1";
  static final String CLIENT_SECRET = "client-secret";
  static final String COMPANY = "company-1";

  private static final Duration LIFE = Duration.ofSeconds(86_399);

  /**
   * @param location empty for an agency's
   */
  private record Access(Optional<String> location, Optional<Instant> until) {}

  private final Map<String, Access> access = new HashMap<>();
  private final Map<String, Optional<String>> refresh = new HashMap<>();
  private final Map<String, Optional<String>> codes = new HashMap<>();
  private int made;

  void fixed(String token, String location) {
    access.put(token, new Access(Optional.of(location), Optional.empty()));
  }

  void revoke(String token) {
    access.remove(token);
  }

  void revokeAll() {
    access.clear();
  }

  void code(String code, Optional<String> location) {
    codes.put(code, location);
  }

  Optional<String> location(FakeCall call, Instant now) {
    return valid(call, now).flatMap(Access::location);
  }

  private Optional<Access> valid(FakeCall call, Instant now) {
    return call.header("authorization")
        .filter(value -> value.startsWith("Bearer "))
        .map(value -> access.get(value.substring("Bearer ".length())))
        .filter(held -> held.until().map(now::isBefore).orElse(true));
  }

  Reply token(FakeCall call, Instant now) {
    var form = call.form();
    if (!CLIENT_ID.equals(form.get("client_id"))
        || !CLIENT_SECRET.equals(form.get("client_secret"))) {
      return unauthorized();
    }
    return switch (form.getOrDefault("grant_type", "")) {
      case "authorization_code" -> pair(codes, form.getOrDefault("code", ""), now);
      case "refresh_token" -> pair(refresh, form.getOrDefault("refresh_token", ""), now);
      default -> Json.unprocessable("grant_type must be one of the following values");
    };
  }

  private Reply pair(Map<String, Optional<String>> once, String given, Instant now) {
    var location = once.remove(given);
    if (location == null) {
      return Json.reply(
          400,
          Json.object()
              .put("error", "invalid_grant")
              .put("error_description", "This token or code is invalid"));
    }
    var next = "refresh-" + ++made;
    refresh.put(next, location);
    var body = grant(location, now).put("refresh_token", next).put("companyId", COMPANY);
    return Json.reply(200, body.put("userType", location.isPresent() ? "Location" : "Company"));
  }

  Reply locationToken(FakeCall call, Instant now) {
    var form = call.form();
    var agency = valid(call, now).filter(held -> held.location().isEmpty());
    if (agency.isEmpty()) {
      return unauthorized();
    }
    if (!COMPANY.equals(form.get("companyId")) || form.getOrDefault("locationId", "").isEmpty()) {
      return Json.error(400, "Location not found");
    }
    return Json.reply(200, grant(Optional.of(form.get("locationId")), now));
  }

  private ObjectNode grant(Optional<String> location, Instant now) {
    var token = "access-" + ++made;
    access.put(token, new Access(location, Optional.of(now.plus(LIFE))));
    var body =
        Json.object()
            .put("access_token", token)
            .put("token_type", "Bearer")
            .put("expires_in", LIFE.toSeconds())
            .put("scope", "contacts.readonly contacts.write")
            .put("userId", "user-1");
    location.ifPresent(id -> body.put("locationId", id));
    return body;
  }

  static Reply unauthorized() {
    return Json.reply(
        401,
        Json.object()
            .put("statusCode", 401)
            .put("message", "Invalid JWT")
            .put("error", "Unauthorized"));
  }
}
