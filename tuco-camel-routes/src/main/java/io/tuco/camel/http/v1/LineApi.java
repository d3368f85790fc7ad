package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.core.line.Line;
import io.tuco.core.message.MessageType;
import io.tuco.core.workspace.Scope;
import io.tuco.core.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/lines}: the lines that a key may use (/v1 contract, sections 4 and 5). */
final class LineApi {

  private final Lines lines;

  LineApi(Lines lines) {
    this.lines = lines;
  }

  List<Served> served(Gate gate) {
    return List.of(new Served(V1Operations.LIST_LINES, gate.reading(Scope.LINES_READ, this::list)));
  }

  private HttpAnswer list(Call call) {
    return Answers.list(lines.of(call).stream().map(line -> json(line, call.workspace())).toList());
  }

  static Map<String, @Nullable Object> json(Line line, Workspace workspace) {
    return new JsonFields()
        .put("id", IdKind.LINE.print(line.id()))
        .put("handle", line.handle())
        .putOrNull("label", Optional.of(line.displayName()).filter(name -> !name.isBlank()))
        .put("service", service(line, workspace))
        .put("is_active", line.active())
        .tree();
  }

  /** A text follows where iMessage does not reach, if the workspace has an account for it. */
  private static String service(Line line, Workspace workspace) {
    var fallsBack = workspace.smsFallback().account().isPresent();
    return line.channel() == MessageType.IMESSAGE && fallsBack ? "auto" : line.channel().wire();
  }
}
