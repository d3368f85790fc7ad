package io.tuco.connectors.ghl;

import io.tuco.core.crm.CrmActivity;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code [Tuco <channel> out|in] <text>} (contract, section 3), and what else there is to say. */
final class NoteText {

  private NoteText() {}

  static String of(CrmActivity activity) {
    var head =
        "[Tuco %s %s] %s"
            .formatted(
                activity.channel().wire(),
                activity.kind().isInbound() ? "in" : "out",
                activity.text())
            .strip();
    return Stream.of(Stream.of(head), activity.attachmentUrls().stream(), outcome(activity))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> outcome(CrmActivity activity) {
    return switch (activity.kind()) {
      case SENT, REPLY -> activity.reason().stream();
      case FAILED -> Stream.of("Failed" + reason(activity));
      case FALLBACK -> Stream.of("Not delivered on this channel" + reason(activity));
    };
  }

  private static String reason(CrmActivity activity) {
    return activity.reason().map(why -> ": " + why).orElse(".");
  }
}
