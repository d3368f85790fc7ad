package io.tuco.camel.callback;

import io.tuco.core.message.Attachment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What Twilio tells of a text that came in (Twilio contract, section 5).
 *
 * @param from as it says; not always a number that can be written to
 * @param optOutType present when the text was one of the words that Twilio itself obeys
 */
record InboundText(
    String messageSid,
    String from,
    String body,
    List<Attachment> media,
    Optional<String> optOutType) {

  private static final Pattern SID = Pattern.compile("(SM|MM)[0-9a-fA-F]{32}");
  private static final Pattern WEB = Pattern.compile("https?://[^\\s]{1,2000}");
  private static final Set<String> OPT_OUT_TYPES = Set.of("STOP", "START", "HELP");
  private static final int MOST_MEDIA = 10;
  private static final int LONGEST_SENDER = 64;

  InboundText {
    media = List.copyOf(media);
  }

  /** Empty when the form names no message or no sender; what else it holds is ignored. */
  static Optional<InboundText> parse(Map<String, List<String>> form) {
    var sid = first(form, "MessageSid").filter(text -> SID.matcher(text).matches());
    var from = first(form, "From").filter(text -> text.length() <= LONGEST_SENDER);
    return sid.isPresent() && from.isPresent()
        ? Optional.of(
            new InboundText(
                sid.get(),
                from.get(),
                form.getOrDefault("Body", List.of("")).get(0),
                media(form),
                first(form, "OptOutType").filter(OPT_OUT_TYPES::contains)))
        : Optional.empty();
  }

  private static List<Attachment> media(Map<String, List<String>> form) {
    return IntStream.range(0, MOST_MEDIA)
        .boxed()
        .flatMap(place -> first(form, "MediaUrl" + place).stream())
        .filter(url -> WEB.matcher(url).matches())
        .map(url -> new Attachment(url, Optional.empty()))
        .toList();
  }

  private static Optional<String> first(Map<String, List<String>> form, String name) {
    return form.getOrDefault(name, List.of()).stream().filter(text -> !text.isBlank()).findFirst();
  }
}
