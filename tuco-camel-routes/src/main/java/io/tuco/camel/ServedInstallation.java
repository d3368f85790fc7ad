package io.tuco.camel;

import io.tuco.camel.callback.CallbackParts;
import io.tuco.camel.callback.CallbackRoutes;
import io.tuco.camel.callback.CarrierNews;
import io.tuco.camel.channel.sms.CarrierFailure;
import io.tuco.camel.crm.CrmHookRoutes;
import io.tuco.camel.crm.HookParts;
import io.tuco.camel.crm.Speaking;
import io.tuco.camel.dispatch.Dispatching;
import io.tuco.camel.http.AccessCache;
import io.tuco.camel.http.AnswerFailureRoutes;
import io.tuco.camel.http.Health;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.ServedRoutes;
import io.tuco.camel.http.WaitingRoom;
import io.tuco.camel.http.admin.About;
import io.tuco.camel.http.admin.AdminParts;
import io.tuco.camel.http.admin.AdminRoutes;
import io.tuco.camel.http.admin.ConnectionParts;
import io.tuco.camel.http.api.ApiParts;
import io.tuco.camel.http.api.ApiRoutes;
import io.tuco.camel.http.file.FileRoutes;
import io.tuco.camel.http.openapi.OpenApiPage;
import io.tuco.camel.http.optout.OptOutRoutes;
import io.tuco.camel.http.v1.V1Parts;
import io.tuco.camel.http.v1.V1Routes;
import io.tuco.core.engine.Explanations;
import io.tuco.core.engine.RateLimiter;
import io.tuco.core.engine.crm.CrmFlows;
import io.tuco.core.engine.crm.CrmSends;
import io.tuco.core.workspace.RateLimits;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;

/**
 * What the world reaches over HTTP: the APIs, what providers and CRMs call, the operator's part.
 */
final class ServedInstallation {

  private final TucoParts parts;
  private final TucoSettings settings;
  private final CallbackAddresses addresses;
  private final Dispatching dispatching;
  private final HttpExchangeCodec codec;
  private final AccessCache keys;
  private final WaitingRoom room;

  ServedInstallation(TucoParts parts, CallbackAddresses addresses, Dispatching dispatching) {
    this.parts = parts;
    this.settings = parts.settings();
    this.addresses = addresses;
    this.dispatching = dispatching;
    this.codec = new HttpExchangeCodec(parts.ids());
    this.keys = new AccessCache(parts.stores(), parts.clock());
    this.room = new WaitingRoom(settings.get(SettingKeys.PARKED_CALLS));
  }

  /** Sends that are recorded elsewhere, as from Kafka; no endpoint is opened for them. */
  RouteBuilder recordedSends() {
    return ApiRoutes.ofRecordedSends(api(parts.http().orElseGet(HttpEndpoints::platformHttp)));
  }

  List<RouteBuilder> routes(HttpEndpoints endpoints, CrmFlows flows, Speaking talks) {
    var routes = new ArrayList<RouteBuilder>();
    routes.add(new AnswerFailureRoutes(codec));
    routes.add(new ServedRoutes(endpoints, codec, Health.served(parts.stores())));
    routes.add(new ServedRoutes(endpoints, codec, OpenApiPage.served()));
    routes.addAll(ApiRoutes.of(api(endpoints)));
    routes.addAll(V1Routes.of(v1(endpoints)));
    routes.add(new FileRoutes(endpoints, codec, parts.stores(), parts.fileLinks(), parts.clock()));
    routes.add(optOuts(endpoints));
    routes.add(CallbackRoutes.of(callbacks(endpoints)));
    routes.add(new CrmHookRoutes(hooks(endpoints, flows)));
    if (settings.get(SettingKeys.ADMIN_ENABLED)) {
      routes.addAll(AdminRoutes.of(admin(endpoints, talks)));
    }
    return routes;
  }

  private OptOutRoutes optOuts(HttpEndpoints endpoints) {
    return new OptOutRoutes(
        endpoints,
        codec,
        parts.optOutTokens(),
        (workspaceId, leadId, address, messageId) ->
            dispatching
                .engine()
                .optOutReplies()
                .takeClick(
                    workspaceId,
                    leadId,
                    address,
                    messageId,
                    parts.clock().instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  private ApiParts api(HttpEndpoints endpoints) {
    return new ApiParts(
        endpoints,
        parts.stores(),
        keys,
        parts.intake(),
        dispatching.engine(),
        new Explanations(parts.stores(), parts.clock(), parts.nanos()),
        parts.clock(),
        parts.ids(),
        parts.secrets(),
        parts.webhookUrls(),
        parts.hosts(),
        rateLimits(),
        settings.get(SettingKeys.TWILIO_VERIFY_CREDENTIALS),
        room);
  }

  private V1Parts v1(HttpEndpoints endpoints) {
    return new V1Parts(
        endpoints,
        parts.stores(),
        keys,
        room,
        parts.intake(),
        parts.fileLinks(),
        parts.clock(),
        parts.ids(),
        settings.get(SettingKeys.RATE_LIMIT_V1),
        settings.get(SettingKeys.DISPATCH_ATTEMPTS),
        parts.secrets(),
        parts.webhookUrls(),
        parts.hosts());
  }

  private RateLimits rateLimits() {
    return RateLimits.of(
        settings.get(SettingKeys.RATE_LIMIT_SEND),
        settings.get(SettingKeys.RATE_LIMIT_AVAILABILITY),
        settings.get(SettingKeys.RATE_LIMIT_REPLIES),
        settings.get(SettingKeys.RATE_LIMIT_OTHER));
  }

  private CallbackParts callbacks(HttpEndpoints endpoints) {
    return new CallbackParts(
        endpoints,
        codec,
        parts.stores(),
        dispatching.engine(),
        parts.callbackSecrets(),
        parts.secrets().box(),
        addresses.base(),
        ServedInstallation::carrierNews,
        parts.clock());
  }

  private HookParts hooks(HttpEndpoints endpoints, CrmFlows flows) {
    return new HookParts(
        endpoints,
        codec,
        parts.stores(),
        parts.connectors(),
        parts.secrets().box(),
        addresses.base(),
        new CrmSends(
            parts.stores(),
            parts.connectors(),
            parts.intake(),
            new RateLimiter(parts.stores().rateLimits(), parts.clock()),
            rateLimits(),
            parts.ids()),
        flows.notices(),
        parts.clock());
  }

  private static CarrierNews carrierNews(int code) {
    var failure = CarrierFailure.of(code);
    return new CarrierNews(failure.reason(), failure.fault());
  }

  private AdminParts admin(HttpEndpoints endpoints, Speaking talks) {
    return new AdminParts(
        endpoints,
        parts.stores(),
        dispatching.engine().waiting(),
        dispatching.engine().senders(),
        parts.clock(),
        parts.ids(),
        parts.secrets(),
        addresses::of,
        new ConnectionParts(parts.connectors(), addresses.base(), talks::counts),
        settings.get(SettingKeys.ADMIN_TOKEN),
        new About(parts.version(), parts.storeKind(), parts.clock().instant()));
  }
}
