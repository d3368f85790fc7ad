package io.tuco.camel.http.file;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.RouteIds;
import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpContent;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Operation;
import io.tuco.core.engine.FileContent;
import io.tuco.core.message.FileLinks;
import io.tuco.core.message.FilePass;
import io.tuco.core.message.StoredFile;
import io.tuco.core.store.FileStore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;

/** {@code /files/{pass}}: no key, as the pass is one (/v1 contract, section 5). */
public final class FileRoutes extends RouteBuilder {

  private static final Operation DOWNLOAD =
      new Operation("GET", "/files/{pass}", RouteIds.FILE_DOWNLOAD);

  private static final int PASS = 1;
  private static final HttpAnswer NOT_FOUND = HttpAnswer.error(404, "Not found");
  private static final HttpAnswer EXPIRED = HttpAnswer.error(410, "Link has expired");

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final FileStore files;
  private final FileLinks links;
  private final Clock clock;

  public FileRoutes(
      HttpEndpoints endpoints,
      HttpExchangeCodec codec,
      FileStore files,
      FileLinks links,
      Clock clock) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.files = files;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public void configure() {
    // spotless:off
    from(endpoints.uri(DOWNLOAD.method(), DOWNLOAD.path()))
        .routeId(DOWNLOAD.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(codec::receive)
        .transform().body(HttpRequest.class, this::answer)
        .process(codec::answer);
    // spotless:on
  }

  private HttpAnswer answer(HttpRequest request) {
    return links.read(request.segment(PASS)).map(this::answer).orElse(NOT_FOUND);
  }

  private HttpAnswer answer(FilePass pass) {
    var now = clock.instant();
    if (!pass.isValid(now)) {
      return EXPIRED;
    }
    return files
        .find(pass.workspaceId(), pass.fileId())
        .filter(file -> file.isKept(now))
        .map(this::content)
        .orElse(NOT_FOUND);
  }

  /** A client chose type and content: a browser is to keep it, and to run none of it. */
  private HttpAnswer content(StoredFile file) {
    return HttpAnswer.streaming(new HttpContent(file.contentType(), new FileContent(files, file)))
        .with("Content-Disposition", disposition(file))
        .with("Content-Security-Policy", "default-src 'none'; sandbox")
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "private, max-age=3600");
  }

  /** RFC 6266, with the name as RFC 8187 encodes it. */
  private static String disposition(StoredFile file) {
    return file.name()
        .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
        .map(name -> "attachment; filename*=UTF-8''" + name)
        .orElse("attachment");
  }
}
