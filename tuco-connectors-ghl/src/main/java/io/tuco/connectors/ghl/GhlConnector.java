package io.tuco.connectors.ghl;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmAccount;
import io.tuco.core.crm.CrmActivities;
import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmConnector;
import io.tuco.core.crm.CrmContacts;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmHooks;
import io.tuco.core.crm.CrmImport;
import io.tuco.core.crm.CrmOauth;
import io.tuco.core.crm.CrmPaces;
import io.tuco.core.crm.CrmVerdict;
import io.tuco.core.crm.Dialogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** HighLevel, API v2 (GHL contract). An account is a location. */
public final class GhlConnector implements CrmConnector {

  static final String CRM = "ghl";

  /** Below GHL's 100 in 10 s, for other apps of ours may share them. */
  private static final CrmPaces PACES =
      new CrmPaces(new CrmPaces.Pace(80, Duration.ofSeconds(10)), Map.of());

  private final GhlCalls calls;
  private final CrmContacts contacts;
  private final CrmActivities activities;
  private final CrmImport contactImport;
  private final Optional<CrmOauth> oauth;
  private final CrmHooks hooks;

  GhlConnector(GhlSettings settings) {
    calls = new GhlCalls(settings.versions());
    contacts = new GhlContacts(calls);
    activities = new GhlActivities(calls);
    contactImport = new GhlImport(calls);
    oauth = settings.app().map(app -> new GhlOauth(calls, app));
    hooks = new GhlHooks(settings);
  }

  @Override
  public String crm() {
    return CRM;
  }

  @Override
  public String baseUrl() {
    return "https://services.leadconnectorhq.com";
  }

  @Override
  public CrmPaces paces() {
    return PACES;
  }

  @Override
  public CrmVerdict judge(
      Connection connection, CrmCall call, CrmAnswer.Answered answer, Instant now) {
    return GhlVerdicts.of(call, answer, now);
  }

  @Override
  public Optional<CrmOauth> oauth() {
    return oauth;
  }

  @Override
  public Dialogue<CrmAccount> verify(CrmContext context) {
    return context
        .connection()
        .accountId()
        .map(this::location)
        .orElseGet(
            () -> Dialogue.broken(CrmFailure.refused("A token of GHL needs its locationId.")));
  }

  private Dialogue<CrmAccount> location(String id) {
    return Asking.of(
        calls.get("/locations/" + GhlCalls.encoded(id)),
        json ->
            Dialogue.ended(new CrmAccount(id, GhlJson.text(json.path("location"), "timezone"))));
  }

  @Override
  public CrmContacts contacts() {
    return contacts;
  }

  @Override
  public CrmActivities activities() {
    return activities;
  }

  @Override
  public Optional<CrmImport> contactImport() {
    return Optional.of(contactImport);
  }

  @Override
  public Optional<CrmHooks> hooks() {
    return Optional.of(hooks);
  }
}
