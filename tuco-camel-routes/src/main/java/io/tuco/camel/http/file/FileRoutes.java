package io.tuco.camel.http.file;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.RouteIds;
import io.tuco.camel.Seams;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Operation;
import io.tuco.camel.http.WaitingRoom;
import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.core.message.FileLinks;
import io.tuco.core.store.Stores;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * {@code /files/{pass}}: no key, as the pass is one (/v1 contract, section 5). What we keep is read
 * from the store; what came in is read where it lies, on the device, each time.
 */
public final class FileRoutes extends RouteBuilder {

  private static final Operation DOWNLOAD =
      new Operation("GET", "/files/{pass}", RouteIds.FILE_DOWNLOAD);

  /** Each holds a file in memory, of 25 MB at most. */
  private static final int READERS = 8;

  private static final String WANTED = "tuco-wanted-file";

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final FileReads reads;
  private final WaitingRoom room = new WaitingRoom(READERS);

  public FileRoutes(
      HttpEndpoints endpoints,
      HttpExchangeCodec codec,
      Stores stores,
      FileLinks links,
      Clock clock) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.reads = new FileReads(stores, links, clock);
  }

  @Override
  public void configure() {
    // spotless:off
    from(endpoints.uri(DOWNLOAD.method(), DOWNLOAD.path()))
        .routeId(DOWNLOAD.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(codec::receive)
        .transform().body(HttpRequest.class, reads::read)
        .process(this::admit)
        .choice().when().body(FileRead.class, FileRead::isOnDevice)
            .setVariable(WANTED, body())
            .transform().body(FileRead.OnDevice.class, FileRead.OnDevice::file)
            .to(Seams.RELAY_FILE)
            .process(FileRoutes::answer)
        .otherwise()
            .transform().body(FileRead.Answered.class, FileRead.Answered::answer)
        .end()
        .process(codec::answer);
    // spotless:on
  }

  private void admit(Exchange exchange) {
    var message = exchange.getMessage();
    if (message.getBody(FileRead.class).isOnDevice() && !room.enter(exchange)) {
      message.setBody(new FileRead.Answered(FileReads.TOO_MANY));
    }
  }

  private static void answer(Exchange exchange) {
    var wanted = exchange.getVariable(WANTED, FileRead.OnDevice.class);
    var told = exchange.getMessage().getBody(OutboundAnswer.class);
    exchange.getMessage().setBody(FileReads.answer(wanted, told));
  }
}
