package io.tuco.connectors.hubspot;

import io.tuco.core.crm.CrmActivity;
import io.tuco.core.message.MessageType;

/** An activity as a person reads it on the timeline. */
final class ActivityText {

  /** HubSpot takes 65,536 characters. */
  private static final int LONGEST = 65_000;

  private ActivityText() {}

  static String of(CrmActivity activity) {
    var text = new StringBuilder(channel(activity.channel())).append(what(activity));
    text.append(activity.text());
    activity.attachmentUrls().forEach(url -> text.append('\n').append(url));
    return cut(text.toString());
  }

  /** HubSpot's channel types have none for iMessage: the words say it (contract, section 3). */
  private static String channel(MessageType channel) {
    return switch (channel) {
      case IMESSAGE -> "[iMessage] ";
      case EMAIL -> "[E-mail] ";
      case SMS -> "";
    };
  }

  private static String what(CrmActivity activity) {
    var reason = activity.reason().map(why -> " (" + why + ")").orElse("");
    return switch (activity.kind()) {
      case SENT -> "";
      case REPLY -> "Reply: ";
      case FAILED -> "Not sent" + reason + ": ";
      case FALLBACK -> "Not sent as iMessage" + reason + ": ";
    };
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}
