package io.tuco.camel;

import io.tuco.camel.event.WebhookPayload;
import io.tuco.camel.failpoint.ArmedFailpoint;
import io.tuco.camel.failpoint.FailpointStores;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.Secrets;
import io.tuco.camel.outbound.SystemHosts;
import io.tuco.core.SortableIds;
import io.tuco.core.crm.CrmConnectorProvider;
import io.tuco.core.engine.MessageIntake;
import io.tuco.core.engine.RememberedStores;
import io.tuco.core.event.HostLookup;
import io.tuco.core.event.UrlPolicy;
import io.tuco.core.event.UrlRules;
import io.tuco.core.intake.AttachmentUrls;
import io.tuco.core.line.CallbackSecrets;
import io.tuco.core.message.FileLinks;
import io.tuco.core.message.UnsubscribeTokens;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses what {@link TucoRoutes} are made of. Not thread-safe; build once. */
public final class TucoBuilder {

  private static final int KEY_BYTES = 32;

  private final Map<String, String> set = new HashMap<>();
  private Optional<TucoSettings> settings = Optional.empty();
  private Stores stores = new InMemoryStores();
  private String storeKind = "memory";
  private HostLookup hosts = new SystemHosts();
  private Clock clock = Clock.systemUTC();
  private Optional<HttpEndpoints> http = Optional.empty();
  private Optional<Vertx> vertx = Optional.empty();
  private boolean failpointsAllowed;
  private final List<CrmConnectorProvider> connectors = new ArrayList<>();
  private boolean findsConnectors = true;

  TucoBuilder() {}

  /**
   * Where everything is remembered; in memory unless told otherwise.
   *
   * @param kind what the status page calls it, such as {@code mongodb}
   */
  public TucoBuilder stores(Stores chosen, String kind) {
    stores = chosen;
    storeKind = kind;
    return this;
  }

  /** One setting, by its key; it beats the environment and every file. */
  public TucoBuilder set(String key, String value) {
    set.put(key, value);
    return this;
  }

  /** Settings that were resolved already; {@link #set} has no effect then. */
  public TucoBuilder settings(TucoSettings resolved) {
    settings = Optional.of(resolved);
    return this;
  }

  /** Serves the HTTP facades at these endpoints. */
  public TucoBuilder http(HttpEndpoints endpoints) {
    http = Optional.of(endpoints);
    return this;
  }

  /** The Vert.x that carries our HTTP clients; it stays the caller's to close. */
  public TucoBuilder vertx(Vertx shared) {
    vertx = Optional.of(shared);
    return this;
  }

  /** The clock; a settable one in tests. */
  public TucoBuilder clock(Clock chosen) {
    clock = chosen;
    return this;
  }

  /** How host names of customers are resolved. */
  public TucoBuilder hosts(HostLookup chosen) {
    hosts = chosen;
    return this;
  }

  /** One more CRM to speak with; it counts instead of one that is found for the same CRM. */
  public TucoBuilder connector(CrmConnectorProvider provider) {
    connectors.add(provider);
    return this;
  }

  /** Whether connectors on the class path are found by themselves, as they are unless told so. */
  public TucoBuilder findConnectors(boolean wanted) {
    findsConnectors = wanted;
    return this;
  }

  /** For tests: lets {@code tuco.failpoint} stop the program, which is refused otherwise. */
  public TucoBuilder allowFailpoints() {
    failpointsAllowed = true;
    return this;
  }

  /**
   * @throws ConfigurationException when settings cannot be used, with all problems
   */
  public TucoRoutes build() {
    var resolved =
        settings.orElseGet(
            () -> TucoSettings.from(new SettingSources(set, System.getenv(), Map.of(), Map.of())));
    var random = new SecureRandom();
    var ids = new SortableIds(clock, random);
    var key = secretsKey(resolved, random);
    var failpoint = failpoint(resolved);
    var watched = failpoint.map(armed -> FailpointStores.over(stores, armed)).orElse(stores);
    var remembered = RememberedStores.over(watched, System::nanoTime);
    var links = FileLinks.under(key, PublicUrl.of(resolved));
    var renderer = new WebhookPayload(links);
    var attachments = new AttachmentUrls(attachmentUrls(resolved), links);
    var intake = new MessageIntake(remembered, ids, renderer, attachments, clock);
    return new TucoRoutes(
        new TucoParts(
            resolved,
            remembered,
            intake,
            renderer,
            new Secrets(new SecretBox(key, random), random),
            webhookUrls(resolved),
            attachmentUrls(resolved),
            hosts,
            links,
            UnsubscribeTokens.under(key),
            CallbackSecrets.under(key),
            ids,
            clock,
            System::nanoTime,
            storeKind,
            http,
            vertx,
            failpoint,
            CrmChoice.of(connectors, findsConnectors, resolved)));
  }

  private Optional<ArmedFailpoint> failpoint(TucoSettings settings) {
    var asked = settings.get(SettingKeys.FAILPOINT);
    if (asked.isPresent() && !failpointsAllowed) {
      throw new ConfigurationException(
          List.of("tuco.failpoint is for tests: it stops a server, and needs --demo"));
    }
    return asked.map(ArmedFailpoint::new);
  }

  private static UrlRules webhookUrls(TucoSettings settings) {
    return new UrlRules(
        new UrlPolicy(
            settings.get(SettingKeys.WEBHOOK_ALLOW_HTTP),
            settings.get(SettingKeys.WEBHOOK_PORTS).isEmpty(),
            settings.get(SettingKeys.WEBHOOK_PORTS),
            settings.get(SettingKeys.WEBHOOK_ALLOW_CIDRS)));
  }

  /** Plain http is fine here: what is fetched is judged by what it is. */
  private static UrlRules attachmentUrls(TucoSettings settings) {
    return new UrlRules(
        new UrlPolicy(
            true,
            settings.get(SettingKeys.ATTACHMENT_PORTS).isEmpty(),
            settings.get(SettingKeys.ATTACHMENT_PORTS),
            settings.get(SettingKeys.WEBHOOK_ALLOW_CIDRS)));
  }

  private byte[] secretsKey(TucoSettings settings, SecureRandom random) {
    var given = settings.get(SettingKeys.SECRETS_KEY);
    if (!given.isEmpty()) {
      return Base64.getDecoder().decode(given);
    }
    if (!(stores instanceof InMemoryStores)) {
      throw new ConfigurationException(
          List.of("tuco.secrets.key is required: what it encrypts outlives this process"));
    }
    var key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return key;
  }
}
