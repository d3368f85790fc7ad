package io.tuco.connectors.hubspot;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmAccount;
import io.tuco.core.crm.CrmActivities;
import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmConnector;
import io.tuco.core.crm.CrmContacts;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmHooks;
import io.tuco.core.crm.CrmImport;
import io.tuco.core.crm.CrmOauth;
import io.tuco.core.crm.CrmPaces;
import io.tuco.core.crm.CrmPaces.Pace;
import io.tuco.core.crm.CrmVerdict;
import io.tuco.core.crm.Dialogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** HubSpot's vocabulary (HubSpot contract). */
final class HubspotConnector implements CrmConnector {

  static final String CRM = "hubspot";

  /** Below what the smallest subscription allows, and what a search may (contract, section 1). */
  private static final CrmPaces PACES =
      new CrmPaces(
          new Pace(80, Duration.ofSeconds(10)),
          Map.of(Calls.SEARCH, new Pace(4, Duration.ofSeconds(1))));

  private final HubspotSettings settings;

  HubspotConnector(HubspotSettings settings) {
    this.settings = settings;
  }

  @Override
  public String crm() {
    return CRM;
  }

  @Override
  public String baseUrl() {
    return "https://api.hubapi.com";
  }

  @Override
  public CrmPaces paces() {
    return PACES;
  }

  @Override
  public CrmVerdict judge(
      Connection connection, CrmCall call, CrmAnswer.Answered answer, Instant now) {
    return AnswerRules.judge(connection, call, answer, now);
  }

  @Override
  public Optional<CrmOauth> oauth() {
    return settings.app().map(app -> new HubspotOauth(app, settings.tokenPath()));
  }

  /** Also tells the portal's zone, by which its day of calls ends. */
  @Override
  public Dialogue<CrmAccount> verify(CrmContext context) {
    return Word.need(
        Calls.get("/account-info/v3/details"),
        word ->
            word.field("portalId")
                .<Dialogue<CrmAccount>>map(
                    id -> Dialogue.ended(new CrmAccount(id, word.field("timeZone"))))
                .orElseGet(word::broken));
  }

  @Override
  public CrmContacts contacts() {
    return new HubspotContacts();
  }

  @Override
  public CrmActivities activities() {
    return new HubspotActivities(settings);
  }

  @Override
  public Optional<CrmImport> contactImport() {
    return Optional.of(new HubspotImport());
  }

  @Override
  public Optional<CrmHooks> hooks() {
    return Optional.of(new HubspotHooks(settings));
  }
}
