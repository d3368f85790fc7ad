package io.tuco.camel.story;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aDelivery;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.aMailAccount;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.anEndpoint;
import static io.tuco.core.fixture.Fixtures.anSmsAccount;
import static io.tuco.core.fixture.Fixtures.id;

import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.story.BadRequest.As;
import io.tuco.camel.story.BadRequest.State;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.dispatch.ChatSignal;
import io.tuco.core.engine.LookUps;
import io.tuco.core.intake.IdempotencyKey;
import io.tuco.core.intake.KeyRecord;
import io.tuco.core.intake.KeyRules;
import io.tuco.core.lead.LeadList;
import io.tuco.core.line.DeviceProbe;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Message;
import io.tuco.core.workspace.RateLimits;
import io.tuco.core.workspace.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.component.mock.MockEndpoint;

/** A server with all that {@link BadRequests} are about, in a state. */
final class RefusingServer implements AutoCloseable {

  private final LoopbackApi api = new LoopbackApi();
  private final Map<As, String> keys = new EnumMap<>(As.class);

  RefusingServer(State state) throws Exception {
    makeKeys(api.world());
    makeObjects(api.world());
    makeMessages(api.world());
    sendUnderKeys();
    ApiContext.answering(api.context(), ApiContext.SMS_PROBED, RefusingServer::probe);
    api.context()
        .getEndpoint(ApiContext.SIGNALLED, MockEndpoint.class)
        .whenAnyExchangeReceived(
            exchange ->
                exchange.getMessage().setBody(new ChatSignal.Outcome.NotConfirmed("No answer")));
    api.world().watched().writes().clear();
    switch (state) {
      case WELL -> {}
      case STORE_AWAY -> api.world().watched().goAway();
      case BROKEN -> api.world().watched().breakDown();
      case SLOW_TO_SEARCH -> api.world().watched().searchSlowly();
      case AT_ITS_LIMITS -> useUpTheLimits();
      case OUT_OF_LOOK_UPS -> useUpTheLookUps();
      case WITHOUT_DEVICE ->
          api.world().stores().devices().updateHealth(id(0xd1), SenderHealth.unknown());
    }
  }

  LoopbackApi api() {
    return api;
  }

  String key(As as) {
    return keys.get(as);
  }

  @Override
  public void close() {
    api.close();
  }

  private void makeKeys(ApiWorld world) {
    keys.put(As.A_CLIENT, world.key());
    keys.put(As.A_READER, world.keyAllowing(Scope.MESSAGES_READ));
    keys.put(As.A_CLIENT_FOR_FILES_ALONE, world.keyAllowing(Scope.FILES_READ));
    keys.put(
        As.A_CLIENT_OF_A_READ_ONLY_WORKSPACE,
        world.keyOf(anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE)));
    keys.put(
        As.A_CLIENT_BOUND_TO_ANOTHER_LINE,
        world.keyOf(anApiKey().forLines(ApiWorld.INACTIVE_LINE)));
    keys.put(As.A_CLIENT_WITHOUT_WORKSPACE, world.keyOf(anApiKey().inWorkspace("org_gone")));
    keys.put(As.NOBODY, "tuco_sk_" + "0".repeat(36));
  }

  private static void makeObjects(ApiWorld world) {
    var stores = world.stores();
    stores.leads().create(aLead().withPhone("+12025550152").build());
    stores.webhooks().insert(anEndpoint().withId(BadWebhookRequests.DISABLED).inactive().build());
    stores
        .deliveries()
        .insertMissing(List.of(aDelivery().toEndpoint(BadWebhookRequests.DISABLED).build()));
    stores
        .leads()
        .create(aLead().withId(id(0x1eae)).withPhone(BadPersonRequests.PHONE_OF_ANOTHER).build());
    stores.leadLists().insert(LeadList.named(WORKSPACE, BadPersonRequests.LIST_NAME, "", NOW));
    stores
        .lines()
        .insert(
            aLine()
                .withId(BadSendRequests.SMS_LINE)
                .withPhone("+12025550190")
                .overSms(anSmsAccount())
                .build());
    stores
        .lines()
        .insert(
            aLine()
                .withId(BadSendRequests.MAIL_LINE)
                .withoutPhone()
                .withEmail("clinic@example.com")
                .overMail(aMailAccount())
                .build());
  }

  /** One call each that is done, and one whose answer is still to come. */
  private void sendUnderKeys() {
    send("/api/messages", BadSendRequests.USED_KEY, BadSendRequests.USED_BODY);
    send("/api/messages", BadSendRequests.RUNNING_KEY, BadSendRequests.USED_BODY);
    send("/api/messages/bulk", BadSendRequests.USED_KEY, BadSendRequests.USED_BODY_OF_MANY);
    send("/api/messages/bulk", BadSendRequests.RUNNING_KEY, BadSendRequests.USED_BODY_OF_MANY);
    takeBackTheAnswer("/api/messages");
    takeBackTheAnswer("/api/messages/bulk");
  }

  private void send(String path, String idempotencyKey, String body) {
    var answer =
        api.send(
            api.request(path)
                .header("Authorization", "Bearer " + key(As.A_CLIENT))
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body)));
    if (answer.statusCode() > 201) {
      throw new AssertionError(answer.body());
    }
  }

  private void takeBackTheAnswer(String path) {
    var records = api.world().stores().idempotency();
    var key = IdempotencyKey.parse(WORKSPACE, path, BadSendRequests.RUNNING_KEY).orElseThrow();
    var answered = records.find(key).orElseThrow();
    var now = api.world().clock().instant();
    records.remove(answered);
    records.insert(
        new KeyRecord(
            key,
            answered.fingerprint(),
            List.of(id(0xabc)),
            Optional.of(now.plus(KeyRules.HOLD)),
            Optional.empty(),
            0,
            now));
  }

  /** As many as its one line has a day. */
  private void useUpTheLookUps() {
    var addresses =
        IntStream.range(0, LookUps.PER_DAY)
            .mapToObj(n -> "\"a" + n + "@example.com\"")
            .collect(Collectors.joining(","));
    api.post("/api/check-availability", key(As.A_CLIENT), "{\"addresses\":[" + addresses + "]}");
  }

  /** Messages that no signal can be sent about, each for a reason of its own. */
  private static void makeMessages(ApiWorld world) {
    insert(
        world,
        aMessage().withId(BadDeviceRequests.TO_NOBODY).toNobody().forLead(id(0xdead)).build());
    insert(
        world,
        aSendingMessage("s-1")
            .withId(BadDeviceRequests.FROM_NOWHERE)
            .fromLine(id(0xdead))
            .build()
            .sent("G-1", NOW));
    insert(world, aSendingMessage("s-2").withId(BadDeviceRequests.SENT).build().sent("G-2", NOW));
  }

  private static void insert(ApiWorld world, Message message) {
    world.stores().messages().insert(message, Optional.empty(), List.of());
  }

  /** A workspace of one call a minute in each group has made it. */
  private void useUpTheLimits() {
    var busy = aWorkspace().withId("org_busy").limitedTo(RateLimits.of(1, 1, 1, 1)).build();
    api.world().stores().workspaces().insert(busy);
    keys.put(As.A_CLIENT, api.world().keyOf(anApiKey().inWorkspace("org_busy")));
    for (var path : List.of("/api/check-availability", "/api/replies", "/api/webhooks")) {
      api.get(path, key(As.A_CLIENT));
    }
    api.post("/api/messages", key(As.A_CLIENT), "{}");
  }

  private static DeviceProbe probe(Object account) {
    var sid = ((SmsAccount) account).accountSid();
    if (sid.equals(BadWorkspaceRequests.REFUSED_ACCOUNT)) {
      return new DeviceProbe.CredentialsRefused();
    }
    return sid.equals(BadWorkspaceRequests.SILENT_ACCOUNT)
        ? new DeviceProbe.NoAnswer("timed out")
        : new DeviceProbe.Answered(false, 0);
  }
}
