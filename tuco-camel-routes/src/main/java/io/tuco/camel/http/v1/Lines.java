package io.tuco.camel.http.v1;

import io.tuco.camel.http.OrAnswer;
import io.tuco.core.line.Line;
import io.tuco.core.message.MessageType;
import io.tuco.core.store.LineStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The lines of a workspace that the facade knows, which are those that are no mailbox. */
final class Lines {

  private static final Comparator<Line> NEWEST_FIRST =
      Comparator.comparing(Line::createdAt).thenComparing(Line::id).reversed();

  private final LineStore lines;
  private final SandboxDoor sandbox;

  Lines(LineStore lines, SandboxDoor sandbox) {
    this.lines = lines;
    this.sandbox = sandbox;
  }

  /** Those that the key may use, newest first. */
  List<Line> of(Call call) {
    return known(call).stream()
        .filter(line -> isAccessible(call, line))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** The same, to be used with this person: on the sandbox line it must be the paired one. */
  OrAnswer<Line> named(Call call, LineName name, Target to) {
    return named(call, name).unless(line -> sandbox.refusal(call, line, to));
  }

  /** The line of that name: it exists, and the key may use it; the sandbox, once it is paired. */
  OrAnswer<Line> named(Call call, LineName name) {
    return OrAnswer.of(find(call, name), ErrorCode.LINE_NOT_FOUND.answerOf("from"))
        .unless(
            line ->
                isAccessible(call, line)
                    ? Optional.empty()
                    : Optional.of(ErrorCode.LINE_NOT_ACCESSIBLE.answerOf("from")))
        .unless(line -> sandbox.refusal(call, line));
  }

  /** An active one where a handle names several. */
  private Optional<Line> find(Call call, LineName name) {
    return name.id().isPresent()
        ? lines.find(call.workspaceId(), name.id().get()).filter(Lines::isKnown)
        : known(call).stream()
            .filter(name::names)
            .min(Comparator.comparing(line -> line.active() ? 0 : 1));
  }

  private static boolean isKnown(Line line) {
    return line.channel() != MessageType.EMAIL;
  }

  /** Every key may use the sandbox (/v1 contract, section 3). */
  static boolean isAccessible(Call call, Line line) {
    return line.sandbox() || call.key().reaches(line.id());
  }

  private List<Line> known(Call call) {
    return lines.ofWorkspace(call.workspaceId()).stream().filter(Lines::isKnown).toList();
  }
}
