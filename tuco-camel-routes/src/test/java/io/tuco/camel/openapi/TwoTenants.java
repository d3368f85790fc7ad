package io.tuco.camel.openapi;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aDelivery;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.anEndpoint;
import static io.tuco.core.fixture.Fixtures.id;

import io.tuco.camel.http.ApiWorld;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.event.ChatIds;
import io.tuco.core.fixture.LeadBuilder;
import io.tuco.core.intake.InboundMessage;
import io.tuco.core.intake.InboundMessage.Belonging;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.lead.LeadList;
import io.tuco.core.message.Chat;
import io.tuco.core.message.Content;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.StoredFile;
import io.tuco.core.store.DeliveryFilter;
import io.tuco.core.store.LeadFilter;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.memory.InMemoryStores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects of every kind in both workspaces of an {@link ApiWorld}, by what an id is of. */
final class TwoTenants {

  /** In every text of the other workspace; no answer to the first one may contain it. */
  static final String SECRET = "only-for-the-others";

  private static final LeadList LIST = LeadList.named(WORKSPACE, "Spring", "", NOW);
  private static final LeadList OTHER_LIST = LeadList.named(OTHER_WORKSPACE, SECRET, SECRET, NOW);

  private static final String PHONE = "+12025550100";
  private static final String FILE = id(0xf11e);
  private static final String OTHER_FILE = id(0xf12e);
  private static final String HOOK = id(0xa00c);
  private static final String OTHER_HOOK = id(0xa10c);

  /** Of {@code /v1} by their prefixes. */
  private static final Map<String, String> OWN =
      both(
          Map.of(
              "ln_", "ln_" + ApiWorld.LINE,
              "cht_", "cht_" + ChatIds.chat(ApiWorld.LINE, PHONE),
              "msg_", "msg_" + reply().id(),
              "obx_", "obx_" + ApiWorld.MESSAGE,
              "file_", "file_" + FILE,
              "wh_", "wh_" + HOOK),
          Map.of(
              "message",
              ApiWorld.MESSAGE,
              "lead",
              id(0x1ead),
              "list",
              LIST.id(),
              "line",
              ApiWorld.LINE,
              "webhook",
              ApiWorld.WEBHOOK,
              "delivery",
              "dlv_1_" + ApiWorld.WEBHOOK,
              "dnc",
              id(0xd1)));

  private static final Map<String, String> OTHERS =
      both(
          Map.of(
              "ln_", "ln_" + ApiWorld.OTHER_LINE,
              "cht_", "cht_" + ChatIds.chat(ApiWorld.OTHER_LINE, PHONE),
              "msg_", "msg_" + ApiWorld.OTHER_MESSAGE,
              "obx_", "obx_" + ApiWorld.OTHER_MESSAGE,
              "file_", "file_" + OTHER_FILE,
              "wh_", "wh_" + OTHER_HOOK),
          Map.of(
              "message",
              ApiWorld.OTHER_MESSAGE,
              "lead",
              id(0x2ead),
              "list",
              OTHER_LIST.id(),
              "line",
              ApiWorld.OTHER_LINE,
              "webhook",
              ApiWorld.OTHER_WEBHOOK,
              "delivery",
              "dlv_1_" + ApiWorld.OTHER_WEBHOOK,
              "dnc",
              id(0xd2)));

  private TwoTenants() {}

  private static Map<String, String> both(Map<String, String> some, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(others);
    return Map.copyOf(all);
  }

  private static void file(InMemoryStores stores, String id, String workspace, String name) {
    stores.files().insert(new StoredFile(id, workspace, Optional.of(name), "audio/mp4", 1, 1, NOW));
  }

  private static void chat(InMemoryStores stores, String workspace, String line) {
    var chat = Chat.opened(ChatIds.chat(line, PHONE), workspace, line, PHONE, false, NOW);
    stores.chats().open(chat);
    stores.chats().noteRead(chat, NOW);
    stores.chats().noteTyping(chat, new Chat.Typing(true, NOW));
  }

  private static void hook(InMemoryStores stores, String id, String workspace, String line) {
    stores
        .webhooks()
        .insert(
            anEndpoint().withId(id).inWorkspace(workspace).ofLine(line, Optional.empty()).build());
  }

  /** An id of that kind that nobody has. */
  static String missing(String kind) {
    return kind.endsWith("_") ? kind + missing() : missing();
  }

  static Set<String> kinds() {
    return OWN.keySet();
  }

  static String own(String kind) {
    return OWN.getOrDefault(kind, missing(kind));
  }

  static String others(String kind) {
    return OTHERS.getOrDefault(kind, missing(kind));
  }

  /** An id that nobody has, as long as the others. */
  static String missing() {
    return "f".repeat(24);
  }

  static void settle(InMemoryStores stores) {
    file(stores, FILE, WORKSPACE, "own.m4a");
    file(stores, OTHER_FILE, OTHER_WORKSPACE, SECRET);
    chat(stores, WORKSPACE, ApiWorld.LINE);
    chat(stores, OTHER_WORKSPACE, ApiWorld.OTHER_LINE);
    hook(stores, HOOK, WORKSPACE, ApiWorld.LINE);
    hook(stores, OTHER_HOOK, OTHER_WORKSPACE, ApiWorld.OTHER_LINE);
    stores.leadLists().insert(LIST);
    stores.leadLists().insert(OTHER_LIST);
    lead(stores, aLead().named("Sample").inList(LIST.id()));
    lead(
        stores,
        aLead()
            .withId(others("lead"))
            .inWorkspace(OTHER_WORKSPACE)
            .named(SECRET)
            .withPhone("+12025550102")
            .inList(OTHER_LIST.id()));
    stores
        .messages()
        .insert(
            aMessage()
                .withId(id(0xe7))
                .inWorkspace(OTHER_WORKSPACE)
                .fromLine(ApiWorld.OTHER_LINE)
                .forLead(others("lead"))
                .withText(SECRET)
                .inBatch(SECRET)
                .build(),
            Optional.of("device:" + id(0xd1)),
            List.of());
    stores
        .messages()
        .insert(
            aMessage().withId(id(0xe8)).forLead(own("lead")).build(),
            Optional.of("device:" + id(0xd1)),
            List.of());
    stores
        .deliveries()
        .insertMissing(
            List.of(
                aDelivery().ofMessage(ApiWorld.MESSAGE).build(),
                aDelivery()
                    .inWorkspace(OTHER_WORKSPACE)
                    .toEndpoint(ApiWorld.OTHER_WEBHOOK)
                    .ofMessage(ApiWorld.OTHER_MESSAGE)
                    .build()));
    stores.messages().insert(reply(), Optional.empty(), List.of());
    stores.doNotContact().add(entry(own("dnc"), WORKSPACE, "+12025550177"));
    stores.doNotContact().add(entry(others("dnc"), OTHER_WORKSPACE, "+12025550178"));
  }

  /** What the lead of our workspace wrote back to our line. */
  private static Message reply() {
    return new InboundMessage(
            WORKSPACE,
            MessageType.IMESSAGE,
            new PhoneNumber(PHONE),
            Content.text("Yes"),
            "G-1",
            NOW,
            new Belonging(Optional.of(ApiWorld.LINE), Optional.of(id(0x1ead)), Optional.empty()))
        .received(NOW.plusSeconds(60), "corr-1");
  }

  /** All that either workspace has, to see whether a call changed something. */
  static String everything(InMemoryStores stores) {
    var all = new ArrayList<Object>();
    var most = new PageRequest(1, PageRequest.MAX_LIMIT);
    var messages =
        new MessageFilter(
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    for (var workspace : List.of(WORKSPACE, OTHER_WORKSPACE)) {
      all.add(stores.workspaces().find(workspace));
      all.add(stores.messages().page(workspace, messages, most).items());
      all.add(stores.leads().search(workspace, new LeadFilter("", Optional.empty()), most));
      all.add(stores.leadLists().page(workspace, most).items());
      all.add(stores.lines().ofWorkspace(workspace));
      all.add(stores.webhooks().ofWorkspace(workspace));
      for (var endpoint : List.of(ApiWorld.WEBHOOK, ApiWorld.OTHER_WEBHOOK)) {
        var rows = stores.deliveries().page(workspace, endpoint, DeliveryFilter.everything(), most);
        all.add(rows.items());
      }
      all.add(stores.doNotContact().page(workspace, "", most).items());
    }
    all.add(stores.chatOrders().open(NOW.plusSeconds(3_600), PageRequest.MAX_LIMIT));
    return all.toString();
  }

  private static void lead(InMemoryStores stores, LeadBuilder lead) {
    stores.leads().create(lead.build()).orElseThrow();
  }

  private static DoNotContact entry(String id, String workspace, String phone) {
    return new DoNotContact(
        id,
        workspace,
        new PhoneNumber(phone),
        Optional.of(workspace.equals(WORKSPACE) ? "asked" : SECRET),
        DoNotContact.Source.MANUAL,
        NOW);
  }
}
