package io.tuco.connectors.hubspot;

import io.tuco.core.crm.CrmActivity;
import io.tuco.core.crm.CrmActivity.Kind;
import io.tuco.core.message.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was said to the contact 101. */
final class Activities {

  static final Instant AT = Instant.parse("2027-03-12T11:59:30.123456Z");

  private Activities() {}

  static CrmActivity sent(MessageType channel, String text) {
    return of(Kind.SENT, channel, text, Optional.empty());
  }

  static CrmActivity of(Kind kind, MessageType channel, String text, Optional<String> reason) {
    return new CrmActivity(
        "m1:" + kind.name().toLowerCase(java.util.Locale.ROOT),
        kind,
        "m1",
        "101",
        channel,
        text,
        reason,
        List.of(),
        AT);
  }

  static CrmActivity toContact(CrmActivity activity, String contact) {
    return new CrmActivity(
        activity.id(),
        activity.kind(),
        activity.messageId(),
        contact,
        activity.channel(),
        activity.text(),
        activity.reason(),
        activity.attachmentUrls(),
        activity.at());
  }

  static CrmActivity with(CrmActivity activity, String attachment) {
    return new CrmActivity(
        activity.id(),
        activity.kind(),
        activity.messageId(),
        activity.contactId(),
        activity.channel(),
        activity.text(),
        activity.reason(),
        List.of(attachment),
        activity.at());
  }
}
