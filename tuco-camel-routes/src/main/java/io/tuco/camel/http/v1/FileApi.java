package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.core.engine.FileIntake;
import io.tuco.core.message.FileLinks;
import io.tuco.core.message.StoredFile;
import io.tuco.core.workspace.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;

/** {@code /v1/files}: files to keep and to send (/v1 contract, section 4). */
final class FileApi {

  private static final String WHAT = "the id ('file_…') of a file";

  private final FileIntake intake;
  private final Files files;
  private final FileLinks links;
  private final Clock clock;

  FileApi(FileIntake intake, Files files, FileLinks links, Clock clock) {
    this.intake = intake;
    this.files = files;
    this.links = links;
    this.clock = clock;
  }

  List<Served> served(Gate gate) {
    return List.of(new Served(V1Operations.READ_FILE, gate.reading(Scope.FILES_READ, this::read)));
  }

  /** Takes a body that is still to be read. */
  Served upload(Gate gate) {
    return new Served(V1Operations.KEEP_FILE, request -> kept(gate, request));
  }

  private HttpAnswer kept(Gate gate, HttpRequest request) {
    return gate.admit(request, Scope.FILES_WRITE)
        .unless(Gate::readOnly)
        .then(call -> FileWords.of(request).map(words -> keep(call, words)))
        .answered(answer -> answer);
  }

  private HttpAnswer keep(Call call, FileWords words) {
    var content = call.request().body().stream();
    try {
      var taken = intake.take(call.workspaceId(), words.filename(), words.mimeType(), content);
      return switch (taken.verdict()) {
        case KEPT -> Answers.created(json(taken.file().orElseThrow()));
        case EMPTY -> ErrorCode.EMPTY_FILE.answer();
        case TOO_LARGE -> ErrorCode.FILE_TOO_LARGE.answer();
      };
    } catch (IOException brokenOff) {
      throw new UncheckedIOException(brokenOff);
    }
  }

  private HttpAnswer read(Call call) {
    var id = call.words().required("id", WHAT, IdKind.FILE::parse);
    return call.words()
        .checked(call)
        .answered(
            checked ->
                id.flatMap(file -> files.find(call.workspaceId(), file))
                    .map(this::redirect)
                    .orElseGet(ErrorCode.FILE_NOT_FOUND::answer));
  }

  private HttpAnswer redirect(StoredFile file) {
    var until = clock.instant().plus(FileLinks.REDIRECT_LIFE);
    return HttpAnswer.redirect(links.url(file.workspaceId(), file.id(), until))
        .with("Cache-Control", "no-store");
  }

  private JsonFields json(StoredFile file) {
    return new JsonFields()
        .put("id", IdKind.FILE.print(file.id()))
        .put("url", files.url(file))
        .putOrNull("filename", file.name())
        .put("mime_type", file.contentType())
        .put("size", file.bytes());
  }
}
