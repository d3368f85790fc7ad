package io.tuco.camel.http.v1;

import io.tuco.camel.http.OrAnswer;
import io.tuco.core.address.Address;
import io.tuco.core.intake.AttachmentWords;
import io.tuco.core.intake.SendTerms;
import io.tuco.core.line.Line;
import java.util.List;
import java.util.Optional;

/** Reads the body of {@code POST /v1/messages} (/v1 contract, section 4). */
final class MessageReading implements SendReading {

  private static final int LONGEST_TEXT = 20_000;

  private final Lines lines;
  private final Chats chats;
  private final Files files;
  private final Answered answered;

  MessageReading(Lines lines, Chats chats, Files files, Answered answered) {
    this.lines = lines;
    this.chats = chats;
    this.files = files;
    this.answered = answered;
  }

  /**
   * @param files the core's ids
   */
  private record Asked(
      LineName from,
      Target to,
      Optional<String> text,
      List<String> files,
      Optional<Answered.Name> replyTo) {}

  @Override
  public OrAnswer<Sending> read(Call call) {
    return asked(call)
        .then(
            asked ->
                lines
                    .named(call, asked.from(), asked.to())
                    .then(line -> sending(call, asked, line)));
  }

  private OrAnswer<Sending> sending(Call call, Asked asked, Line line) {
    return chats
        .addressOf(call, line, asked.to())
        .then(
            to ->
                answered
                    .guidOf(line, asked.replyTo())
                    .then(
                        guid ->
                            files
                                .attachments(call.workspaceId(), asked.files())
                                .map(found -> sending(asked, line, to, guid, found))));
  }

  private static Sending sending(
      Asked asked, Line line, Address to, Optional<String> guid, AttachmentWords attachments) {
    return new Sending(
        line, SendWords.of(line, to, asked.text(), attachments), SendTerms.ofV1(guid));
  }

  private static OrAnswer<Asked> asked(Call call) {
    var words = call.words();
    var region = call.workspace().defaultRegion();
    var from = words.required("from", LineName.WHAT, LineName.in(region));
    var to = words.required("to", Target.WHAT, Target.in(region));
    if (!words.has("text") && !words.has("attachments")) {
      words.missing("text");
    }
    var text = words.optional("text", "at most 20,000 characters", MessageReading::text);
    var attached =
        words.value("attachments", "an array of one id ('file_…') of a file", Files::ids);
    var replyTo = words.optional("reply_to", Answered.WHAT, Answered.Name::parse);
    return words
        .checked(call)
        .map(
            fine ->
                new Asked(
                    from.orElseThrow(),
                    to.orElseThrow(),
                    text,
                    attached.orElseGet(List::of),
                    replyTo));
  }

  private static Optional<String> text(String given) {
    return Optional.of(given).filter(text -> text.codePointCount(0, text.length()) <= LONGEST_TEXT);
  }
}
