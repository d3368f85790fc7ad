package io.tuco.connectors.ghl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tuco.core.crm.CrmConnectorProvider;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GhlSettingsTest {

  private static GhlSettings of(Map<String, String> settings) {
    return GhlSettings.from(name -> Optional.ofNullable(settings.get(name)));
  }

  @Test
  void isFoundByItsService() {
    assertThat(ServiceLoader.load(CrmConnectorProvider.class))
        .singleElement()
        .satisfies(
            provider -> {
              assertThat(provider.crm()).isEqualTo("ghl");
              var connector = provider.create(name -> Optional.empty());
              assertThat(connector.crm()).isEqualTo("ghl");
              assertThat(connector.baseUrl()).isEqualTo("https://services.leadconnectorhq.com");
              assertThat(connector.paces().account().calls()).isEqualTo(80);
              assertThat(connector.paces().account().per()).isEqualTo(Duration.ofSeconds(10));
            });
  }

  @Test
  void worksWithoutAnySetting() {
    var settings = of(Map.of());

    assertThat(settings.app()).isEmpty();
    assertThat(settings.versions())
        .containsEntry("contacts", "2021-07-28")
        .containsEntry("conversations", "2021-04-15")
        .containsEntry("locations", "2021-07-28")
        .containsEntry("oauth", "2021-07-28");
    assertThat(settings.signatures().rsa()).isPresent();
    assertThat(settings.webhookAge()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void takesWhatIsSet() {
    var settings =
        of(
            Map.of(
                "client-id",
                "id",
                "client-secret",
                "secret",
                "user-type",
                "Company",
                "version.contacts",
                "v3",
                "acceptRsaSignature",
                "false",
                "webhook-age",
                "90m"));

    assertThat(settings.app()).contains(new GhlSettings.App("id", "secret", "Company"));
    assertThat(settings.app().orElseThrow().toString()).doesNotContain("secret");
    assertThat(new GhlCalls(settings.versions()).get("/contacts/1").headers())
        .containsEntry("Version", "v3");
    assertThat(new GhlCalls(settings.versions()).get("/conversations/search?a=b").headers())
        .containsEntry("Version", "2021-04-15");
    assertThat(settings.signatures().rsa()).isEmpty();
    assertThat(settings.webhookAge()).isEqualTo(Duration.ofMinutes(90));
  }

  @ParameterizedTest
  @CsvSource({
    "client-id,a,client-id and client-secret go together",
    "client-secret,a,client-id and client-secret go together",
    "user-type,Agency,user-type is Location or Company",
    "acceptRsaSignature,on,acceptRsaSignature is true or false",
    "webhook-age,5 minutes,'webhook-age is a duration such as 300s, 5m or 1h'",
    "webhook-age,0s,'webhook-age is a duration such as 300s, 5m or 1h'",
    "webhook-key.ed25519,AAAA,webhook-key: not a public key of Ed25519",
    "webhook-key.rsa,AAAA,webhook-key: not a public key of RSA"
  })
  void refusesWhatItCannotUse(String name, String value, String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Map.of(name, value)))
        .withMessage(text);
  }
}
