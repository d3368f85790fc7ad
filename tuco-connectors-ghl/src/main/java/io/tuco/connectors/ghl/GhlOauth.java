package io.tuco.connectors.ghl;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmOauth;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.TokenGrant;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens of a marketplace app (contract, section 4). An agency's consent opens no location by
 * itself: its token is exchanged for that of the connection's location, at every refresh anew; the
 * refresh token stays the agency's.
 */
final class GhlOauth implements CrmOauth {

  private final GhlCalls calls;
  private final GhlSettings.App app;

  GhlOauth(GhlCalls calls, GhlSettings.App app) {
    this.calls = calls;
    this.app = app;
  }

  @Override
  public Dialogue<TokenGrant> exchange(
      CrmContext context, String code, Optional<String> redirectUri) {
    var form = new HashMap<>(Map.of("grant_type", "authorization_code", "code", code));
    redirectUri.ifPresent(uri -> form.put("redirect_uri", uri));
    return token(context, form);
  }

  @Override
  public Dialogue<TokenGrant> refresh(CrmContext context, String refreshToken) {
    return token(
        context,
        new HashMap<>(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken)));
  }

  private Dialogue<TokenGrant> token(CrmContext context, Map<String, String> form) {
    form.put("client_id", app.clientId());
    form.put("client_secret", app.clientSecret());
    form.put("user_type", app.userType());
    return Asking.of(
        calls.form("/oauth/token", form, Optional.empty()),
        json -> isAgency(json) ? ofLocation(context, json) : Dialogue.ended(grant(json, json)),
        refusal -> Dialogue.broken(CrmFailure.unauthorized(refusal.failure().reason())));
  }

  private static boolean isAgency(JsonNode json) {
    return GhlJson.text(json, "locationId").isEmpty()
        && GhlJson.text(json, "userType").filter("Company"::equals).isPresent();
  }

  private Dialogue<TokenGrant> ofLocation(CrmContext context, JsonNode agency) {
    var location = context.connection().accountId();
    if (location.isEmpty()) {
      return Dialogue.broken(
          CrmFailure.refused("An agency's consent opens many locations: locationId is required."));
    }
    var form =
        Map.of(
            "companyId", GhlJson.text(agency, "companyId").orElse(""),
            "locationId", location.get());
    return Asking.of(
        calls.form("/oauth/locationToken", form, GhlJson.text(agency, "access_token")),
        json -> Dialogue.ended(grant(json, agency)));
  }

  private static TokenGrant grant(JsonNode access, JsonNode refresh) {
    return new TokenGrant(
        GhlJson.text(access, "access_token")
            .orElseThrow(() -> new IllegalStateException("an answer without a token")),
        GhlJson.text(refresh, "refresh_token"),
        GhlJson.text(access, "expires_in").map(Long::valueOf).map(Duration::ofSeconds),
        GhlJson.text(access, "locationId"));
  }
}
