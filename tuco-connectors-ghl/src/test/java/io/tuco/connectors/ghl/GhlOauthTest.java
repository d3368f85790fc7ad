package io.tuco.connectors.ghl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.connectors.ghl.fake.FakeFault;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmOauth;
import io.tuco.core.fixture.Fixtures;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens of GHL contract, section 4. */
final class GhlOauthTest {

  private final GhlWorld world =
      new GhlWorld(Map.of("client-id", "client-1", "client-secret", "client-secret"));
  private final CrmOauth oauth = world.connector.oauth().orElseThrow();

  private CrmContext context(Optional<String> location) {
    return new CrmContext(world.connection(location), "US", Fixtures.NOW);
  }

  @Test
  void exchangesACodeAndRefreshes() {
    world.ghl.withCode("code-1", Optional.of("location-9"));

    var first =
        world.value(
            oauth.exchange(
                context(Optional.empty()), "code-1", Optional.of("https://tuco.example/back")));
    var second =
        world.value(
            oauth.refresh(context(Optional.of("location-9")), first.refreshToken().orElseThrow()));

    assertThat(first.accountId()).contains("location-9");
    assertThat(first.life()).contains(Duration.ofSeconds(86_399));
    assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(world.ghl.requests().get(0).body())
        .isEqualTo(
            "client_id=client-1&client_secret=client-secret&code=code-1"
                + "&grant_type=authorization_code&redirect_uri=https%3A%2F%2Ftuco.example%2Fback"
                + "&user_type=Location");
  }

  @Test
  void getsALocationsTokenFromAnAgencys() {
    world.ghl.withCode("code-1", Optional.empty());
    var context = context(Optional.of("location-9"));

    var first = world.value(oauth.exchange(context, "code-1", Optional.empty()));
    var second = world.value(oauth.refresh(context, first.refreshToken().orElseThrow()));

    assertThat(first.accountId()).contains("location-9");
    assertThat(second.accountId()).contains("location-9");
    assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
    assertThat(world.asked())
        .containsExactly(
            "POST /oauth/token", "POST /oauth/locationToken",
            "POST /oauth/token", "POST /oauth/locationToken");
    assertThat(world.ghl.requests().get(1).body())
        .isEqualTo("companyId=company-1&locationId=location-9");
  }

  @Test
  void asksAnAgencyForTheLocation() {
    world.ghl.withCode("code-1", Optional.empty());

    var failure =
        world.failure(oauth.exchange(context(Optional.empty()), "code-1", Optional.empty()));

    assertThat(failure)
        .isEqualTo(
            CrmFailure.refused(
                "An agency's consent opens many locations: locationId is required."));
  }

  @ParameterizedTest
  @CsvSource({"stolen", "used"})
  void isRefusedWithACodeThatIsNone(String code) {
    world.ghl.withCode("used", Optional.of("location-9"));
    if (code.equals("used")) {
      world.value(oauth.exchange(context(Optional.empty()), code, Optional.empty()));
    }

    assertThat(
            world.failure(oauth.exchange(context(Optional.empty()), code, Optional.empty())).kind())
        .isEqualTo(CrmFailure.Kind.UNAUTHORIZED);
    assertThat(world.failure(oauth.refresh(context(Optional.empty()), "old")).kind())
        .isEqualTo(CrmFailure.Kind.UNAUTHORIZED);
  }

  /** The refresh token may be used up: who asks again must try the old access token first. */
  @ParameterizedTest
  @EnumSource(
      value = FakeFault.class,
      names = {"TIMEOUT_AFTER", "TIMEOUT_BEFORE", "ERROR_500", "TRUNCATED", "HTML_PAGE"})
  void saysThatARefreshMayHaveHappened(FakeFault fault) {
    world.fault(fault, "POST /oauth/token");

    assertThat(world.failure(oauth.refresh(context(Optional.empty()), "r")).kind())
        .isEqualTo(CrmFailure.Kind.UNKNOWN);
    assertThat(world.asked()).hasSize(1);
  }

  @Test
  void hasNoneWithoutAnApp() {
    assertThat(new GhlWorld().connector.oauth()).isEmpty();
  }
}
