package io.tuco.camel.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.connectors.ghl.GhlConnectorProvider;
import io.tuco.connectors.ghl.fake.FakeGhl;
import io.tuco.connectors.hubspot.HubspotConnectorProvider;
import io.tuco.connectors.hubspot.fake.FakeHubspot;
import io.tuco.core.crm.CrmConnectorProvider;
import io.tuco.core.crm.FakeCrm;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CRM that can be away, with an account that a fixed token opens, and an app with a code. */
abstract class AwayCrm {

  static final String TOKEN = "token-1";

  /** What the app's code was exchanged for. */
  static final String REFRESH_TOKEN = "refresh-1";

  private static final String CLIENT_ID = FakeHubspot.CLIENT_ID;

  private final FakeCrm fake;
  private final String tokenPath;
  private final String secret;

  private AwayCrm(FakeCrm fake, String tokenPath, String secret) {
    this.fake = fake;
    this.tokenPath = tokenPath;
    this.secret = secret;
  }

  static AwayCrm of(String crm, InstantSource clock) {
    return switch (crm) {
      case "ghl" -> new Ghl(new FakeGhl(clock));
      case "hubspot" -> new Hubspot(new FakeHubspot(clock));
      default -> throw new IllegalArgumentException("no such CRM: " + crm);
    };
  }

  abstract CrmConnectorProvider connector();

  abstract String account();

  abstract void goes();

  abstract void comesBack();

  /** How many entries the timeline of each of its contacts has. */
  abstract Collection<Integer> entries();

  FakeCrm fake() {
    return fake;
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(Map.of("client-id", CLIENT_ID, "client-secret", secret).get(name));
  }

  void exchangeCode() {
    var form =
        "grant_type=authorization_code&code=code-1&client_id=%s&client_secret=%s"
            .formatted(CLIENT_ID, secret);
    fake.answer("POST", tokenPath, Map.of(), form.getBytes(UTF_8));
  }

  private static final class Ghl extends AwayCrm {

    private final FakeGhl ghl;

    private Ghl(FakeGhl ghl) {
      super(ghl, "/oauth/token", "client-secret");
      this.ghl = ghl.withLocation("loc1", TOKEN).withCode("code-1", Optional.of("loc1"));
    }

    @Override
    CrmConnectorProvider connector() {
      return new GhlConnectorProvider();
    }

    @Override
    String account() {
      return "loc1";
    }

    @Override
    void goes() {
      ghl.fault(io.tuco.connectors.ghl.fake.FakeFault.DOWN, "", Integer.MAX_VALUE);
    }

    @Override
    void comesBack() {
      ghl.clearFaults();
    }

    @Override
    Collection<Integer> entries() {
      return ghl.contacts("loc1").stream()
          .map(contact -> ghl.notes("loc1", contact.get("id").asText()).size())
          .toList();
    }
  }

  private static final class Hubspot extends AwayCrm {

    private final FakeHubspot hubspot;

    private Hubspot(FakeHubspot hubspot) {
      super(hubspot, "/oauth/2026-03/token", FakeHubspot.CLIENT_SECRET);
      this.hubspot = hubspot.withPortal("62515", TOKEN).withCode("code-1", "62515");
    }

    @Override
    CrmConnectorProvider connector() {
      return new HubspotConnectorProvider();
    }

    @Override
    String account() {
      return "62515";
    }

    @Override
    void goes() {
      hubspot.fault(io.tuco.connectors.hubspot.fake.FakeFault.DOWN, "", Integer.MAX_VALUE);
    }

    @Override
    void comesBack() {
      hubspot.clearFaults();
    }

    @Override
    Collection<Integer> entries() {
      return hubspot.contacts("62515").keySet().stream().map(this::entriesOf).toList();
    }

    private int entriesOf(String contact) {
      return List.copyOf(hubspot.communications("62515")).stream()
          .filter(entry -> entry.contactId().equals(contact))
          .toList()
          .size();
    }
  }
}
