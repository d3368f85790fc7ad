package io.tuco.connectors.hubspot;

import io.tuco.core.crm.CrmOptions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings {@code tuco.hubspot.*} of an installation; docs/how-to/connect-hubspot.md.
 *
 * @param app the OAuth app, where there is one
 * @param clientSecret signs what HubSpot calls us with; without it every hook is refused
 * @param callbackPath where a workflow action is completed; {@code {callbackId}} stands for the id,
 *     and a path without it takes the id in the body
 * @param ownSources what {@code changeSource} says of our own writes, in capitals
 */
record HubspotSettings(
    Optional<App> app,
    Optional<String> clientSecret,
    String tokenPath,
    String callbackPath,
    int communicationAssociation,
    int noteAssociation,
    Set<String> ownSources) {

  static final String CALLBACK_ID = "{callbackId}";

  /** An OAuth app. */
  record App(String clientId, String clientSecret) {

    @Override
    public String toString() {
      return "•••";
    }
  }

  HubspotSettings {
    ownSources = Set.copyOf(ownSources);
  }

  static HubspotSettings from(CrmOptions options) {
    var secret = options.get("client-secret");
    return new HubspotSettings(
        app(options.get("client-id"), secret),
        secret,
        path(options, "token-path", "/oauth/2026-03/token"),
        path(options, "callback-path", "/automation/v4/actions/callbacks/{callbackId}/complete"),
        number(options, "communication-association", 81),
        number(options, "note-association", 202),
        sources(options.get("change-source").orElse("INTEGRATION")));
  }

  private static Optional<App> app(Optional<String> id, Optional<String> secret) {
    if (id.isPresent() && secret.isEmpty()) {
      throw new IllegalArgumentException(
          "tuco.hubspot.client-id needs tuco.hubspot.client-secret beside it");
    }
    return id.map(known -> new App(known, secret.orElseThrow()));
  }

  private static String path(CrmOptions options, String name, String usual) {
    var path = options.get(name).orElse(usual);
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("tuco.hubspot." + name + " must begin with a slash");
    }
    return path;
  }

  private static int number(CrmOptions options, String name, int usual) {
    var text = options.get(name).orElse(String.valueOf(usual));
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException("tuco.hubspot." + name + " must be a number from 1 on");
    }
    return Integer.parseInt(text);
  }

  private static Set<String> sources(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(name -> name.strip().toUpperCase(Locale.ROOT))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return "•••";
  }
}
