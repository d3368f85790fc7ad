package io.tuco.connectors.hubspot;

import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmOauth;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.TokenGrant;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens of an OAuth app (HubSpot contract, section 4). */
record HubspotOauth(HubspotSettings.App app, String tokenPath) implements CrmOauth {

  @Override
  public Dialogue<TokenGrant> exchange(
      CrmContext context, String code, Optional<String> redirectUri) {
    var fields = fields("authorization_code");
    fields.put("code", code);
    redirectUri.ifPresent(uri -> fields.put("redirect_uri", uri));
    // A code is good for one use.
    return grant(Calls.form(tokenPath, fields, false));
  }

  @Override
  public Dialogue<TokenGrant> refresh(CrmContext context, String refreshToken) {
    var fields = fields("refresh_token");
    fields.put("refresh_token", refreshToken);
    return grant(Calls.form(tokenPath, fields, true));
  }

  private Map<String, String> fields(String grantType) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("grant_type", grantType);
    fields.put("client_id", app.clientId());
    fields.put("client_secret", app.clientSecret());
    return fields;
  }

  private static Dialogue<TokenGrant> grant(CrmCall call) {
    return Word.ask(call, word -> word.isSuccess() ? granted(word) : refused(word));
  }

  private static Dialogue<TokenGrant> granted(Word word) {
    return word.field("access_token")
        .<Dialogue<TokenGrant>>map(
            access ->
                Dialogue.ended(
                    new TokenGrant(
                        access, word.field("refresh_token"), life(word), word.field("hub_id"))))
        .orElseGet(word::broken);
  }

  private static Optional<Duration> life(Word word) {
    return word.field("expires_in")
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }

  private static Dialogue<TokenGrant> refused(Word word) {
    if (!word.isRefusal()) {
      return word.broken();
    }
    return isAboutTheToken(word)
        ? Dialogue.broken(CrmFailure.unauthorized("HubSpot refuses the code or the refresh token"))
        : Dialogue.broken(
            CrmFailure.forbidden(
                "HubSpot refuses the app, status "
                    + word.status()
                    + ": are tuco.hubspot.client-id, client-secret and the redirect URL right?"));
  }

  private static boolean isAboutTheToken(Word word) {
    return word.field("error").filter("invalid_grant"::equals).isPresent()
        || word.field("status")
            .filter(
                status ->
                    status.startsWith("BAD_REFRESH_TOKEN") || status.startsWith("BAD_AUTH_CODE"))
            .isPresent();
  }

  @Override
  public String toString() {
    return "•••";
  }
}
