package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpContent;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Served;
import io.tuco.core.store.MessageArchive;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Optional;

/**
 * All messages that the list's filters let through, in one answer (settled answer 36). It is read
 * from the store part by part while the client takes it.
 */
final class MessageExportApi {

  private static final HttpAnswer INVALID_FORMAT = HttpAnswer.error(400, "Invalid format");
  private static final HttpAnswer BUSY =
      HttpAnswer.error(429, "Rate limit exceeded").with("Retry-After", "10");

  private final MessageArchive archive;
  private final MessageRows rows;
  private final ExportPlaces places;

  MessageExportApi(ApiParts parts) {
    this.archive = parts.stores().archive();
    this.rows = new MessageRows(parts.stores(), parts.explanations());
    this.places = new ExportPlaces(parts.clock());
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(ApiOperations.EXPORT_MESSAGES, gate.reading(Scope.MESSAGES_READ, this::export)));
  }

  private HttpAnswer export(ApiCall call) {
    return MessageQuery.filter(call.request(), call.access().key())
        .then(filter -> format(call).map(format -> new Asked(filter, format)))
        .then(asked -> OrAnswer.of(begun(call, asked), BUSY))
        .answered(answer -> answer);
  }

  /** What is asked for. */
  private record Asked(MessageFilter filter, ExportFormat format) {}

  private static OrAnswer<ExportFormat> format(ApiCall call) {
    var named = call.request().queryParameter("format");
    return OrAnswer.of(
        named.map(ExportFormat::parse).orElse(Optional.of(ExportFormat.CSV)), INVALID_FORMAT);
  }

  private Optional<HttpAnswer> begun(ApiCall call, Asked asked) {
    return places
        .take(call.workspaceId())
        .map(place -> answer(asked.format(), stream(call, asked, place)));
  }

  /** Its first part is read here: a store that is away is found out while it can be said. */
  private ExportStream stream(ApiCall call, Asked asked, ExportPlaces.Place place) {
    var messages = new MessageParts(archive, call.workspaceId(), asked.filter());
    var stream = new ExportStream(messages, rows, asked.format(), place);
    try {
      stream.readAhead();
      return stream;
    } catch (RuntimeException e) {
      place.free();
      throw e;
    }
  }

  private static HttpAnswer answer(ExportFormat format, ExportStream stream) {
    return HttpAnswer.streaming(new HttpContent(format.contentType(), stream))
        .with("Content-Disposition", "attachment; filename=\"" + format.fileName() + "\"");
  }
}
