package io.tuco.camel.event;

import io.tuco.camel.json.EcmaScriptJson;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.LeadJson;
import io.tuco.camel.json.MessageJson;
import io.tuco.core.event.Event;
import io.tuco.core.event.EventName;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.InChat;
import io.tuco.core.event.MessageEvent;
import io.tuco.core.event.Notice;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.CrmIds;
import io.tuco.core.message.Direction;
import io.tuco.core.message.FileLinks;
import java.time.Instant;
import java.util.Optional;

/**
 * The body of an event (webhook contract, section 2): compact JSON, its members in the contract's
 * order, spelled so that {@code JSON.stringify(JSON.parse(body))} gives the same bytes. Members
 * that the contract calls nullable are always there; a lead that is not known is left out.
 */
public final class WebhookPayload implements EventRenderer {

  private final ChatPayload chats;

  /**
   * @param links renews the URLs of files that we keep
   */
  public WebhookPayload(FileLinks links) {
    this.chats = new ChatPayload(links);
  }

  @Override
  public Optional<InChat> renderInChat(Event event) {
    return chats.of(event);
  }

  @Override
  public String bodyInV1(
      EventName name, InChat chat, String lineHandle, String deliveryId, Instant at) {
    return ChatPayload.body(name, chat, lineHandle, deliveryId, at);
  }

  @Override
  public String render(Event event) {
    var fields = new JsonFields();
    if (event instanceof MessageEvent ofMessage) {
      putSubject(fields, ofMessage);
      putPeople(fields, ofMessage.contactOwnerEmail(), crmIds(ofMessage));
      putData(fields, ofMessage);
    } else {
      putHead(fields, event, ((Notice) event).workspaceId());
      putPeople(fields, Optional.empty(), CrmIds.none());
      fields.put("data", EventData.tree(event.name(), event.data()));
    }
    putOurs(fields, event);
    return EcmaScriptJson.stringify(fields.tree());
  }

  private static void putHead(JsonFields fields, Event event, String workspaceId) {
    fields
        .put("event", event.name().wire())
        .put("timestamp", event.at())
        .put("workspaceId", workspaceId);
  }

  private static void putData(JsonFields fields, MessageEvent event) {
    if (event.name() == EventName.MESSAGE_REPLY) {
      var reply = new ReplyPayload(event);
      fields.put("data", reply.data());
      reply.putExtras(fields);
    } else {
      fields.put("data", EventData.tree(event.name(), event.data()));
    }
  }

  private static void putSubject(JsonFields fields, MessageEvent event) {
    var message = event.message();
    putHead(fields, event, message.workspaceId());
    putMessage(fields, event);
    fields
        .putIf("leadId", event.lead().map(Lead::id).or(message.origin()::leadId))
        .putIf("lead", event.lead().map(lead -> LeadJson.of(lead, Optional.empty())));
  }

  /** Of a reply and of an opt-out, receivers read the bare text. */
  private static void putMessage(JsonFields fields, MessageEvent event) {
    var message = event.message();
    if (event.name() == EventName.MESSAGE_REPLY) {
      fields.put("messageId", message.id()).put("message", message.content().text());
    } else if (event.name() != EventName.CONTACT_OPTED_OUT) {
      fields.put("messageId", message.id()).put("message", MessageJson.of(message));
    } else if (message.direction() == Direction.RECEIVED) {
      fields.put("messageId", message.id()).put("message", message.content().text());
    }
  }

  private static void putPeople(JsonFields fields, Optional<String> ownerEmail, CrmIds crm) {
    fields
        // Campaigns are a later product's; receivers read these two without asking.
        .putOrNull("campaignId", Optional.empty())
        .putOrNull("campaignName", Optional.empty())
        .putOrNull("contactOwnerEmail", ownerEmail)
        .putOrNull("ghlContactId", crm.ghlContactId())
        .putOrNull("ghlLocationId", crm.ghlLocationId())
        .putOrNull("hsPortalId", crm.hsPortalId())
        .putOrNull("hsContactId", crm.hsContactId());
  }

  private static CrmIds crmIds(MessageEvent event) {
    var own = event.message().origin().crm();
    return event.lead().map(lead -> own.or(lead.integrationIds().asCrmIds())).orElse(own);
  }

  private static void putOurs(JsonFields fields, Event event) {
    fields.put("type", event.name().wire()).put("eventId", event.id()).put("seq", event.seq());
  }
}
