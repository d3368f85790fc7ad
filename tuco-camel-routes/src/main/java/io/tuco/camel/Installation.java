package io.tuco.camel;

import io.tuco.camel.attachment.AttachmentParts;
import io.tuco.camel.attachment.FetchLimits;
import io.tuco.camel.attachment.FetchedFiles;
import io.tuco.camel.attachment.ShelfLimits;
import io.tuco.camel.channel.LineProbeRoutes;
import io.tuco.camel.channel.RelayLimits;
import io.tuco.camel.channel.RelayRoutes;
import io.tuco.camel.channel.mail.MailLimits;
import io.tuco.camel.channel.mail.MailParts;
import io.tuco.camel.channel.mail.MailRoutes;
import io.tuco.camel.channel.sms.SmsRoutes;
import io.tuco.camel.channel.sms.SmsSettings;
import io.tuco.camel.crm.CrmLimits;
import io.tuco.camel.crm.CrmParts;
import io.tuco.camel.crm.Flowing;
import io.tuco.camel.crm.Speaking;
import io.tuco.camel.dispatch.DispatchParts;
import io.tuco.camel.dispatch.Dispatching;
import io.tuco.camel.dispatch.Ticks;
import io.tuco.camel.event.EventParts;
import io.tuco.camel.event.EventRoutes;
import io.tuco.camel.event.EventSettings;
import io.tuco.camel.failpoint.FailpointSeams;
import io.tuco.camel.inbox.InboxParts;
import io.tuco.camel.inbox.InboxRoutes;
import io.tuco.camel.kafka.KafkaParts;
import io.tuco.camel.kafka.KafkaRoutes;
import io.tuco.camel.kafka.KafkaSettings;
import io.tuco.camel.lookup.LookUpParts;
import io.tuco.camel.lookup.LookingUp;
import io.tuco.camel.outbound.OutboundClients;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.engine.crm.CrmFlows;
import io.tuco.core.engine.crm.FlowLimits;
import io.tuco.core.event.DeliverySchedule;
import io.tuco.core.event.Outbox;
import io.tuco.core.timing.RetryPolicy;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/** One installing of the routes, in the order that Camel needs. */
final class Installation {

  private static final Duration NODE_RENEWAL = Duration.ofSeconds(3);
  private static final Duration DEVICE_PROBE = Duration.ofSeconds(20);
  private static final Duration CRM_SWEEP = Duration.ofSeconds(5);
  private static final Duration INBOX_WATCH = Duration.ofSeconds(5);
  private static final Duration ACCOUNT_PROBE = Duration.ofSeconds(60);
  private static final int LOOK_UPS_PER_DAY = 300;
  private static final int SENDER_SLOTS = 4;
  private static final int DISPATCH_WORKERS = 8;

  private final TucoParts parts;
  private final TucoSettings settings;
  private final CamelContext context;
  private final CallbackAddresses addresses;
  private final String nodeId;

  Installation(TucoParts parts, CamelContext context) {
    this.parts = parts;
    this.settings = parts.settings();
    this.context = context;
    this.addresses = new CallbackAddresses(parts);
    this.nodeId = "node_" + parts.ids().sortableId();
  }

  void run() throws Exception {
    parts
        .failpoint()
        .map(FailpointSeams::new)
        .ifPresent(context.getCamelContextExtension()::addInterceptStrategy);
    // First, or Camel ignores the policies that routes name.
    context.addRoutesConfigurations(new FailureRoutes(Seams.ANSWER_FAILURE));
    var vertx = vertx();
    var files = files(vertx);
    OutboundClients.install(context, vertx, settings.get(SettingKeys.RELAY_CONNECT_TIMEOUT));
    add(
        RelayRoutes.of(
            parts.secrets().box(),
            RelayLimits.forText(settings.get(SettingKeys.RELAY_TEXT_LIFE)),
            files,
            parts.clock()));
    add(List.of(new SmsRoutes(sms(), parts.secrets().box(), this::readable, parts.clock())));
    add(List.of(new MailRoutes(mail(files))));
    add(List.of(new LineProbeRoutes(parts.clock())));
    var kafka = KafkaChoice.of(settings);
    var talks = Speaking.installOn(context, crms());
    var flows = flows(talks);
    add(EventRoutes.of(events(vertx, flows::plan, drained(kafka))));
    var dispatching = Dispatching.installOn(context, dispatch(files), template());
    LookingUp.installOn(
        context,
        new LookUpParts(
            dispatching.engine().lookUps(),
            dispatching.engine().bulkChecks(),
            parts.clock(),
            Ticks.trigger("bulk-check-sweep", settings.get(SettingKeys.DISPATCH_TICK))));
    add(List.of(new InboxRoutes(inbox(dispatching))));
    var served = new ServedInstallation(parts, addresses, dispatching);
    if (kafka.flatMap(KafkaSettings::sends).isPresent()) {
      add(List.of(served.recordedSends()));
    }
    if (parts.http().isPresent()) {
      add(served.routes(parts.http().get(), flows, talks));
    }
  }

  private CrmFlows flows(Speaking talks) throws Exception {
    return Flowing.installOn(
        context,
        parts.stores(),
        talks.crms(),
        parts.ids(),
        parts.clock(),
        parts.nanos(),
        FlowLimits.claiming(settings.get(SettingKeys.CRM_CLAIM)),
        Ticks.trigger("crm-work", settings.get(SettingKeys.DISPATCH_TICK)));
  }

  private void add(List<? extends RouteBuilder> builders) throws Exception {
    for (var builder : builders) {
      context.addRoutes(builder);
    }
  }

  /** The given one, the one our listener bound, or one of our own that stops with the context. */
  private Vertx vertx() throws Exception {
    var shared =
        parts
            .vertx()
            .or(
                () ->
                    Optional.ofNullable(
                        context.getRegistry().lookupByNameAndType("tuco-vertx", Vertx.class)));
    if (shared.isPresent()) {
      return shared.get();
    }
    // Daemon threads: a context that fails to start must not keep its program alive.
    var own = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));
    context.addService(new OwnVertx(own), true, true);
    return own;
  }

  private ProducerTemplate template() throws Exception {
    var template = context.createProducerTemplate();
    context.addService(template, true, true);
    return template;
  }

  /** What becomes of events whose deliveries are made; Kafka is not touched while it is off. */
  private Consumer<Collection<Outbox>> drained(Optional<KafkaSettings> kafka) throws Exception {
    if (kafka.isEmpty()) {
      return parts.stores().messages()::markDrained;
    }
    var sweep = Ticks.trigger("event-stream-sweep", settings.get(SettingKeys.DISPATCH_TICK));
    return KafkaRoutes.installOn(
            context, new KafkaParts(parts.stores(), kafka.get(), parts.clock(), nodeId, sweep))
        ::take;
  }

  private EventParts events(
      Vertx vertx, Consumer<Collection<Outbox>> beside, Consumer<Collection<Outbox>> drained) {
    return new EventParts(
        parts.stores(),
        nodeId,
        beside,
        drained,
        parts.webhookUrls(),
        parts.hosts(),
        parts.secrets().box(),
        new DeliverySchedule(parts.secrets().random()),
        parts.renderer(),
        KafkaChoice.of(settings).isPresent(),
        parts.clock(),
        parts.nanos(),
        vertx,
        EventSettings.documented(
                Ticks.trigger("outbox-sweep", settings.get(SettingKeys.DISPATCH_TICK)))
            .within(settings.get(SettingKeys.WEBHOOK_TIMEOUT)));
  }

  private InboxParts inbox(Dispatching dispatching) {
    return new InboxParts(
        dispatching.engine(),
        addresses::reachableFrom,
        parts.clock(),
        Ticks.trigger("inbox-watch", INBOX_WATCH));
  }

  private CrmParts crms() {
    return new CrmParts(
        parts.connectors(),
        parts.stores(),
        parts.secrets().box(),
        CrmChoice.baseUrls(parts.connectors(), settings),
        parts.ids(),
        nodeId,
        parts.clock(),
        parts.nanos(),
        parts.secrets().random(),
        CrmLimits.documented(),
        Ticks.trigger("crm-sync", CRM_SWEEP));
  }

  private SmsSettings sms() {
    return SmsSettings.documented(
        settings.get(SettingKeys.TWILIO_BASE_URL), settings.get(SettingKeys.PUBLIC_URL));
  }

  /** A link of ours may have grown old while its message waited. */
  private String readable(String url) {
    return parts.fileLinks().renewed(url, parts.clock().instant());
  }

  private MailParts mail(FetchedFiles files) {
    return new MailParts(
        parts.secrets().box(),
        files,
        parts.optOutTokens(),
        URI.create(PublicUrl.of(settings)),
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        MailLimits.documented());
  }

  private DispatchSettings dispatchSettings() {
    return new DispatchSettings(
        RetryPolicy.every(
            settings.get(SettingKeys.DISPATCH_ATTEMPT_GAP),
            settings.get(SettingKeys.DISPATCH_ATTEMPTS)),
        RetryPolicy.documentedForMail(),
        new DispatchSettings.Lives(
            settings.get(SettingKeys.RELAY_TEXT_LIFE),
            settings.get(SettingKeys.RELAY_ATTACHMENT_LIFE),
            settings.get(SettingKeys.RELAY_SETTLE_MARGIN),
            settings.get(SettingKeys.TWILIO_SETTLE_LIFE),
            settings.get(SettingKeys.MAIL_SETTLE_LIFE)),
        settings.get(SettingKeys.DISPATCH_MAX_AGE),
        SENDER_SLOTS,
        LOOK_UPS_PER_DAY);
  }

  /** The files' own directory; it goes with the context. */
  private FetchedFiles files(Vertx vertx) throws Exception {
    var files =
        FetchedFiles.open(
            new AttachmentParts(
                vertx,
                parts.attachmentUrls(),
                parts.hosts(),
                new KeptFiles(parts.stores().files(), parts.fileLinks(), parts.clock()),
                Files.createTempDirectory("tuco-files"),
                FetchLimits.documented(settings.get(SettingKeys.ATTACHMENT_MAX_BYTES)),
                ShelfLimits.documented(),
                parts.nanos()));
    context.addService(new FilesService(files), true, true);
    return files;
  }

  private DispatchParts dispatch(FetchedFiles files) {
    return new DispatchParts(
        parts.stores(),
        dispatchSettings(),
        parts.renderer(),
        KafkaChoice.of(settings).isPresent(),
        parts.ids(),
        parts.clock(),
        parts.nanos(),
        nodeId,
        files,
        parts.fileLinks(),
        Ticks.quartz(
            NODE_RENEWAL, settings.get(SettingKeys.DISPATCH_TICK), DEVICE_PROBE, ACCOUNT_PROBE),
        DISPATCH_WORKERS);
  }
}
