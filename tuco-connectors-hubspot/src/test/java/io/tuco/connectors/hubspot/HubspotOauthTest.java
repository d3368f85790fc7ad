package io.tuco.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tuco.connectors.hubspot.fake.FakeHubspot;
import io.tuco.core.crm.CrmCall.Authority;
import io.tuco.core.crm.CrmConnectorProvider;
import io.tuco.core.crm.CrmFailure.Kind;
import io.tuco.core.crm.CrmOauth;
import io.tuco.core.crm.TokenGrant;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens (HubSpot contract, section 4), and the settings of an app. */
final class HubspotOauthTest {

  private final Desk desk =
      new Desk()
          .set("client-id", FakeHubspot.CLIENT_ID)
          .set("client-secret", FakeHubspot.CLIENT_SECRET);

  @Test
  void exchangesACode() {
    desk.hubspot.withCode("c o/d=e&", Desk.PORTAL);

    var grant = exchange("c o/d=e&", Optional.of("https://acme.example/back"));

    assertThat(grant.accountId()).contains(Desk.PORTAL);
    assertThat(grant.life()).contains(Duration.ofSeconds(1800));
    assertThat(grant.accessToken()).hasSizeGreaterThan(300);
    assertThat(grant.refreshToken()).isPresent();
    assertThat(desk.lastRequest().body())
        .isEqualTo(
            "grant_type=authorization_code&client_id=client-1&client_secret="
                + FakeHubspot.CLIENT_SECRET
                + "&code=c+o%2Fd%3De%26&redirect_uri=https%3A%2F%2Facme.example%2Fback");
    assertThat(desk.hubspot.violations()).isEmpty();
  }

  @Test
  void refreshes() {
    desk.hubspot.withCode("code", Desk.PORTAL);
    var first = exchange("code", Optional.empty());
    var refreshToken = first.refreshToken().orElseThrow();

    var second = desk.done(oauth().refresh(desk.context(), refreshToken));

    assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
    assertThat(desk.calls()).containsOnly("POST /oauth/2026-03/token");
    assertThat(desk.lastRequest().body())
        .isEqualTo(
            "grant_type=refresh_token&client_id=client-1&client_secret="
                + FakeHubspot.CLIENT_SECRET
                + "&refresh_token="
                + refreshToken);
  }

  @Test
  void takesTheOtherPathFromTheSettings() {
    desk.set("token-path", "/oauth/v3/token").hubspot.withCode("code", Desk.PORTAL);

    exchange("code", Optional.empty());

    assertThat(desk.calls()).containsExactly("POST /oauth/v3/token");
  }

  @Test
  void saysWhenSomebodyMustConnectAnew() {
    desk.hubspot.withCode("code", Desk.PORTAL);
    var refreshToken = exchange("code", Optional.empty()).refreshToken().orElseThrow();
    desk.hubspot.uninstall();

    assertThat(desk.failure(oauth().refresh(desk.context(), refreshToken)).kind())
        .isEqualTo(Kind.UNAUTHORIZED);
    assertThat(desk.failure(oauth().exchange(desk.context(), "code", Optional.empty())).kind())
        .isEqualTo(Kind.UNAUTHORIZED);
  }

  @Test
  void saysWhenTheAppIsNotRight() {
    desk.set("client-secret", "wrong");

    var failure = desk.failure(oauth().refresh(desk.context(), "any"));

    assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(failure.reason()).contains("tuco.hubspot.client-id").doesNotContain("wrong");
  }

  @Test
  void speaksForNobodyAndShowsNothing() {
    var call = Spoken.asked(oauth().refresh(desk.context(), "refresh-1"));

    assertThat(call.authority()).isEqualTo(Authority.NONE);
    assertThat(call.isRepeatable()).isTrue();
    assertThat(call + " " + oauth()).doesNotContain("refresh-1", FakeHubspot.CLIENT_SECRET);
    assertThat(
            Spoken.asked(oauth().exchange(desk.context(), "code", Optional.empty())).isRepeatable())
        .isFalse();
  }

  @Test
  void hasNoOauthWithoutAnApp() {
    assertThat(new Desk().connector().oauth()).isEmpty();
    assertThat(new Desk().set("client-secret", "s").connector().oauth()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "client-id, id, tuco.hubspot.client-id needs tuco.hubspot.client-secret beside it",
    "token-path, oauth, tuco.hubspot.token-path must begin with a slash",
    "callback-path, x, tuco.hubspot.callback-path must begin with a slash",
    "note-association, two, tuco.hubspot.note-association must be a number from 1 on",
    "communication-association, 0, "
        + "tuco.hubspot.communication-association must be a number from 1 on",
  })
  void refusesSettingsItCannotUse(String name, String value, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Desk().set(name, value).connector())
        .withMessage(message);
  }

  @Test
  void isFoundAsAService() {
    var found = ServiceLoader.load(CrmConnectorProvider.class).stream().toList();

    assertThat(found).hasSize(1);
    assertThat(found.get(0).get().crm()).isEqualTo("hubspot");
    assertThat(found.get(0).get().create(name -> Optional.empty()).baseUrl())
        .isEqualTo("https://api.hubapi.com");
  }

  private TokenGrant exchange(String code, Optional<String> redirect) {
    return desk.done(oauth().exchange(desk.context(), code, redirect));
  }

  private CrmOauth oauth() {
    return desk.connector().oauth().orElseThrow();
  }
}
