package io.tuco.camel;

import io.tuco.camel.failpoint.Failpoint;
import io.tuco.core.event.Cidr;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Every setting there is (settings contract), each declared once. */
public final class SettingKeys {

  public static final Setting<String> HTTP_HOST =
      text("tuco.http.host", "127.0.0.1", "The address the server listens on.");

  public static final Setting<Integer> HTTP_PORT =
      new Setting<>(
          "tuco.http.port",
          "8080",
          "0 to 65535, 0 for any",
          false,
          "The port the server listens on; --port wins.",
          SettingShapes.between(0, 65_535));

  public static final Setting<Integer> PARKED_CALLS =
      new Setting<>(
          "tuco.http.parked-calls",
          "256",
          "0 to 10000",
          false,
          "How many calls may wait for the end of their message, or for an equal call, at a time.",
          SettingShapes.between(0, 10_000));

  public static final Setting<String> PUBLIC_URL =
      text(
          "tuco.http.public-url",
          "",
          "The base of every URL handed out; http://host:port of the listener when empty.");

  public static final Setting<String> DATA_DIR =
      text(
          "tuco.data-dir",
          "./tuco-data",
          "Where the embedded store and generated secrets are kept; --data-dir wins.");

  public static final Setting<String> MONGODB_URI =
      secret("tuco.mongodb.uri", "The MongoDB to use; the embedded store when empty.");

  public static final Setting<String> MONGODB_DATABASE =
      text("tuco.mongodb.database", "tuco", "The database in it.");

  public static final Setting<Boolean> ADMIN_ENABLED =
      flag(
          "tuco.admin.enabled",
          "false",
          "Whether the operator's API is served; the standalone server switches it on.");

  public static final Setting<String> ADMIN_TOKEN =
      secret(
          "tuco.admin.token",
          "The operator's token; the standalone server makes one in the data directory when empty.");

  public static final Setting<String> SECRETS_KEY =
      new Setting<>(
          "tuco.secrets.key",
          "",
          "32 bytes in base64",
          true,
          "Encrypts stored secrets; the standalone server makes one in the data directory when"
              + " empty.",
          SettingShapes::secretsKey);

  public static final Setting<Integer> RATE_LIMIT_SEND =
      perMinute(
          "tuco.rate-limit.send",
          "60",
          "Sends, typing and reactions of a workspace per minute, unless it has a limit of its own.");

  public static final Setting<Integer> RATE_LIMIT_AVAILABILITY =
      perMinute("tuco.rate-limit.availability", "200", "The same of availability checks.");

  public static final Setting<Integer> RATE_LIMIT_REPLIES =
      perMinute("tuco.rate-limit.replies", "120", "The same of calls for replies.");

  public static final Setting<Integer> RATE_LIMIT_OTHER =
      perMinute("tuco.rate-limit.other", "200", "The same of all other calls together.");

  public static final Setting<Integer> RATE_LIMIT_V1 =
      new Setting<>(
          "tuco.rate-limit.v1",
          "1000",
          "1 to 1000000000",
          false,
          "Calls of `/v1` that a key may make in a clock hour of UTC.",
          SettingShapes.between(1, 1_000_000_000));

  public static final Setting<Duration> DISPATCH_TICK =
      duration("tuco.dispatch.tick", "1s", "How often work is looked for that a lost wake forgot.");

  public static final Setting<Integer> DISPATCH_ATTEMPTS =
      new Setting<>(
          "tuco.dispatch.attempts",
          "5",
          "1 to 100",
          false,
          "How often a send that provably did not leave is tried in all.",
          SettingShapes.between(1, 100));

  public static final Setting<Duration> DISPATCH_ATTEMPT_GAP =
      duration("tuco.dispatch.attempt-gap", "60s", "The pause between two such attempts.");

  public static final Setting<Optional<Duration>> DISPATCH_MAX_AGE =
      new Setting<>(
          "tuco.dispatch.max-age",
          "off",
          "off, or a duration such as 7d",
          false,
          "After how long a message that still waits fails; counted from its first possible moment.",
          SettingShapes::optionalDuration);

  public static final Setting<Duration> RELAY_TEXT_LIFE =
      duration(
          "tuco.relay.text-life",
          "150s",
          "How long a text may live on a device; also the limit of the call that sends it.");

  public static final Setting<Duration> RELAY_ATTACHMENT_LIFE =
      duration(
          "tuco.relay.attachment-life",
          "20m",
          "How long a file may live on a device; the call that sends it ends after 330s.");

  public static final Setting<Duration> RELAY_SETTLE_MARGIN =
      duration(
          "tuco.relay.settle-margin",
          "60s",
          "How long after that a message's absence on the device proves that it did not leave.");

  public static final Setting<Duration> RELAY_CONNECT_TIMEOUT =
      duration("tuco.relay.connect-timeout", "5s", "The limit for connecting to a device.");

  public static final Setting<URI> TWILIO_BASE_URL =
      new Setting<>(
          "tuco.twilio.base-url",
          "https://api.twilio.com",
          "an http or https URL",
          false,
          "Where Twilio's API is; plain http only on loopback.",
          SettingShapes::providerUrl);

  public static final Setting<Boolean> TWILIO_VERIFY_CREDENTIALS =
      flag(
          "tuco.twilio.verify-credentials",
          "true",
          "Whether Twilio is asked if account and token fit before they are saved.");

  public static final Setting<Duration> TWILIO_SETTLE_LIFE =
      duration(
          "tuco.twilio.settle-life",
          "5m",
          "After how long a text's absence from Twilio's list proves that it did not leave.");

  public static final Setting<Duration> MAIL_SETTLE_LIFE =
      duration(
          "tuco.mail.settle-life",
          "15m",
          "How long an e-mail of unknown outcome waits before its one repeat.");

  public static final Setting<Optional<URI>> GHL_BASE_URL =
      crmBaseUrl(
          "tuco.ghl.base-url", "Where GoHighLevel's API is, if not at the vendor's address.");

  public static final Setting<String> GHL_CLIENT_ID =
      text("tuco.ghl.client-id", "", "The client id of your GoHighLevel app, for OAuth.");

  public static final Setting<String> GHL_CLIENT_SECRET =
      secret("tuco.ghl.client-secret", "Its client secret.");

  public static final Setting<String> GHL_WEBHOOK_KEY_ED25519 =
      text(
          "tuco.ghl.webhook-key.ed25519",
          "",
          "The public key that GoHighLevel signs its events with, in PEM; the vendor's when empty.");

  public static final Setting<String> GHL_WEBHOOK_KEY_RSA =
      text("tuco.ghl.webhook-key.rsa", "", "The same for its older signature.");

  public static final Setting<String> GHL_USER_TYPE =
      text(
          "tuco.ghl.user-type",
          "",
          "Whose tokens that app asks for, Location or Company; Location when empty.");

  public static final Setting<String> GHL_ACCEPT_RSA =
      text(
          "tuco.ghl.acceptRsaSignature",
          "",
          "Whether the older signature is accepted where the newer is missing; true when empty.");

  public static final Setting<String> GHL_WEBHOOK_AGE =
      text("tuco.ghl.webhook-age", "", "How old an event may be that arrives; 5m when empty.");

  public static final Setting<String> GHL_CONTACTS_VERSION =
      text("tuco.ghl.version.contacts", "", "The version of GoHighLevel's API for contacts.");

  public static final Setting<String> GHL_CONVERSATIONS_VERSION =
      text("tuco.ghl.version.conversations", "", "The same for conversations.");

  public static final Setting<String> GHL_LOCATIONS_VERSION =
      text("tuco.ghl.version.locations", "", "The same for locations.");

  public static final Setting<String> GHL_OAUTH_VERSION =
      text("tuco.ghl.version.oauth", "", "The same for tokens of locations.");

  public static final Setting<Optional<URI>> HUBSPOT_BASE_URL =
      crmBaseUrl(
          "tuco.hubspot.base-url", "Where HubSpot's API is, if not at the vendor's address.");

  public static final Setting<String> HUBSPOT_CLIENT_ID =
      text("tuco.hubspot.client-id", "", "The client id of your HubSpot app, for OAuth.");

  public static final Setting<String> HUBSPOT_CLIENT_SECRET =
      secret(
          "tuco.hubspot.client-secret", "Its client secret, which also verifies HubSpot's calls.");

  public static final Setting<String> HUBSPOT_TOKEN_PATH =
      text(
          "tuco.hubspot.token-path",
          "",
          "Where tokens are asked for; /oauth/2026-03/token when empty.");

  public static final Setting<String> HUBSPOT_CALLBACK_PATH =
      text(
          "tuco.hubspot.callback-path",
          "",
          "Where a workflow's action is completed; /automation/v4/actions/callbacks/{callbackId}/complete"
              + " when empty.");

  public static final Setting<String> HUBSPOT_COMMUNICATION_ASSOCIATION =
      text(
          "tuco.hubspot.communication-association",
          "",
          "The type that ties a communication to its contact; 81 when empty.");

  public static final Setting<String> HUBSPOT_NOTE_ASSOCIATION =
      text(
          "tuco.hubspot.note-association",
          "",
          "The type that ties a note to its contact; 202 when empty.");

  public static final Setting<String> HUBSPOT_CHANGE_SOURCE =
      text(
          "tuco.hubspot.change-source",
          "",
          "What HubSpot calls the source of our own changes, whose events are ignored; INTEGRATION when"
              + " empty.");

  public static final Setting<Duration> CRM_CLAIM =
      duration(
          "tuco.crm.claim",
          "5m",
          "How long a server keeps a job for a CRM to itself: what a crash interrupted is begun"
              + " again after it. Two fifths of it must be enough for any one call of a CRM.");

  public static final Setting<Duration> WEBHOOK_TIMEOUT =
      duration("tuco.webhook.timeout", "15s", "How long an endpoint may take to answer.");

  public static final Setting<Boolean> WEBHOOK_ALLOW_HTTP =
      flag("tuco.webhook.allow-http", "false", "Whether endpoints may be plain http.");

  public static final Setting<List<Cidr>> WEBHOOK_ALLOW_CIDRS =
      new Setting<>(
          "tuco.webhook.allow-cidrs",
          "",
          "a comma list such as 10.1.0.0/16",
          false,
          "Address blocks that endpoints may be in although they are not public.",
          SettingShapes::cidrs);

  public static final Setting<Set<Integer>> WEBHOOK_PORTS =
      new Setting<>(
          "tuco.webhook.ports",
          "443",
          "a comma list of ports, or *",
          false,
          "Ports that endpoints may use; *: 443, and inside allow-cidrs any port by http too.",
          SettingShapes::ports);

  public static final Setting<Integer> ATTACHMENT_MAX_BYTES =
      new Setting<>(
          "tuco.attachment.max-bytes",
          "26214400",
          "1 to 104857600",
          false,
          "The largest file that is fetched to be sent.",
          SettingShapes.between(1, 104_857_600));

  public static final Setting<Set<Integer>> ATTACHMENT_PORTS =
      new Setting<>(
          "tuco.attachment.ports",
          "443,80",
          "a comma list of ports, or *",
          false,
          "Ports that attachments may be fetched from; *: 443 and 80, and any port inside"
              + " tuco.webhook.allow-cidrs.",
          SettingShapes::ports);

  public static final Setting<String> KAFKA_BROKERS =
      new Setting<>(
          "tuco.kafka.brokers",
          "",
          "a comma list such as kafka-1:9092",
          false,
          "The Kafka brokers; no Kafka when empty.",
          SettingShapes::brokers);

  public static final Setting<String> KAFKA_EVENTS_TOPIC =
      topic("tuco.kafka.events-topic", "tuco.events", "Where every event is published.");

  public static final Setting<Optional<String>> KAFKA_SENDS_TOPIC =
      new Setting<>(
          "tuco.kafka.sends-topic",
          "",
          "a topic's name, or empty",
          false,
          "Where sends are taken from, such as tuco.sends; none when empty.",
          SettingShapes::optionalTopic);

  public static final Setting<Set<String>> KAFKA_SENDS_WORKSPACES =
      new Setting<>(
          "tuco.kafka.sends-workspaces",
          "",
          "a comma list of workspace ids",
          false,
          "The workspaces that this topic may speak for.",
          SettingShapes::names);

  public static final Setting<String> KAFKA_REJECTED_TOPIC =
      topic("tuco.kafka.rejected-topic", "tuco.sends.rejected", "Where refused sends are put.");

  public static final Setting<String> KAFKA_SENDS_GROUP =
      topic(
          "tuco.kafka.sends-group", "tuco-sends", "The consumer group that takes sends together.");

  public static final Setting<String> KAFKA_CLIENT_CONFIG =
      text(
          "tuco.kafka.client-config",
          "",
          "A properties file with the security., sasl. and ssl. settings of the Kafka clients.");

  public static final Setting<Optional<Failpoint>> FAILPOINT =
      new Setting<>(
          "tuco.failpoint",
          "",
          "NAME:N:ACTION, action halt, pause or throw",
          false,
          "For tests: what happens the N-th time a named point is reached; only with --demo.",
          SettingShapes::failpoint);

  private SettingKeys() {}

  /** All of them, in the order of the reference page. */
  public static List<Setting<?>> all() {
    return List.of(
        HTTP_HOST,
        HTTP_PORT,
        PARKED_CALLS,
        PUBLIC_URL,
        DATA_DIR,
        MONGODB_URI,
        MONGODB_DATABASE,
        ADMIN_ENABLED,
        ADMIN_TOKEN,
        SECRETS_KEY,
        RATE_LIMIT_SEND,
        RATE_LIMIT_AVAILABILITY,
        RATE_LIMIT_REPLIES,
        RATE_LIMIT_OTHER,
        RATE_LIMIT_V1,
        DISPATCH_TICK,
        DISPATCH_ATTEMPTS,
        DISPATCH_ATTEMPT_GAP,
        DISPATCH_MAX_AGE,
        RELAY_TEXT_LIFE,
        RELAY_ATTACHMENT_LIFE,
        RELAY_SETTLE_MARGIN,
        RELAY_CONNECT_TIMEOUT,
        TWILIO_BASE_URL,
        TWILIO_VERIFY_CREDENTIALS,
        TWILIO_SETTLE_LIFE,
        MAIL_SETTLE_LIFE,
        GHL_BASE_URL,
        GHL_CLIENT_ID,
        GHL_CLIENT_SECRET,
        GHL_WEBHOOK_KEY_ED25519,
        GHL_WEBHOOK_KEY_RSA,
        GHL_USER_TYPE,
        GHL_ACCEPT_RSA,
        GHL_WEBHOOK_AGE,
        GHL_CONTACTS_VERSION,
        GHL_CONVERSATIONS_VERSION,
        GHL_LOCATIONS_VERSION,
        GHL_OAUTH_VERSION,
        HUBSPOT_BASE_URL,
        HUBSPOT_CLIENT_ID,
        HUBSPOT_CLIENT_SECRET,
        HUBSPOT_TOKEN_PATH,
        HUBSPOT_CALLBACK_PATH,
        HUBSPOT_COMMUNICATION_ASSOCIATION,
        HUBSPOT_NOTE_ASSOCIATION,
        HUBSPOT_CHANGE_SOURCE,
        CRM_CLAIM,
        WEBHOOK_TIMEOUT,
        WEBHOOK_ALLOW_HTTP,
        WEBHOOK_ALLOW_CIDRS,
        WEBHOOK_PORTS,
        ATTACHMENT_MAX_BYTES,
        ATTACHMENT_PORTS,
        KAFKA_BROKERS,
        KAFKA_EVENTS_TOPIC,
        KAFKA_SENDS_TOPIC,
        KAFKA_SENDS_WORKSPACES,
        KAFKA_REJECTED_TOPIC,
        KAFKA_SENDS_GROUP,
        KAFKA_CLIENT_CONFIG,
        FAILPOINT);
  }

  private static Setting<String> text(String key, String fallback, String meaning) {
    return new Setting<>(key, fallback, "text", false, meaning, Function.identity());
  }

  private static Setting<Optional<URI>> crmBaseUrl(String key, String meaning) {
    return new Setting<>(
        key,
        "",
        "an https URL, http on loopback, or empty",
        false,
        meaning,
        SettingShapes::optionalProviderUrl);
  }

  private static Setting<String> topic(String key, String fallback, String meaning) {
    return new Setting<>(
        key,
        fallback,
        "1 to 249 letters, digits, dots, dashes and underscores",
        false,
        meaning,
        SettingShapes::topic);
  }

  private static Setting<String> secret(String key, String meaning) {
    return new Setting<>(key, "", "text", true, meaning, Function.identity());
  }

  private static Setting<Boolean> flag(String key, String fallback, String meaning) {
    return new Setting<>(key, fallback, "true or false", false, meaning, SettingShapes::flag);
  }

  private static Setting<Integer> perMinute(String key, String fallback, String meaning) {
    return new Setting<>(
        key, fallback, "1 to 1000000", false, meaning, SettingShapes.between(1, 1_000_000));
  }

  private static Setting<Duration> duration(String key, String fallback, String meaning) {
    return new Setting<>(
        key,
        fallback,
        "a duration such as 30s, 10m or 2h",
        false,
        meaning,
        SettingShapes::duration);
  }
}
