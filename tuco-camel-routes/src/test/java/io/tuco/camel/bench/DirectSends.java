package io.tuco.camel.bench;

import java.io.IOException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** The send call of the API, without a socket. */
final class DirectSends implements AutoCloseable {

  private final ProducerTemplate template;
  private final Fleet fleet;
  private int people;

  DirectSends(CamelContext context, Fleet fleet) {
    this.template = context.createProducerTemplate();
    this.fleet = fleet;
  }

  /**
   * Sends to people that nobody has written to, from the lines in turn.
   *
   * @param more fields of the body; may be empty
   */
  void send(int many, String more) {
    for (var sent = 0; sent < many; sent++) {
      send(more);
    }
  }

  private void send(String more) {
    people++;
    var line = fleet.lines().get(people % fleet.lines().size());
    var body =
        "{\"message\":\"Good morning\",\"recipientPhone\":\"%s\",\"fromLineId\":\"%s\"%s}"
            .formatted(Fleet.person(people), line, more.isEmpty() ? "" : "," + more);
    var answer =
        template.request(
            "direct:tuco-post-api-messages",
            asked -> {
              asked.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
              asked.getMessage().setHeader(Exchange.HTTP_PATH, "/api/messages");
              asked.getMessage().setHeader("Authorization", "Bearer " + fleet.key());
              asked.getMessage().setBody(body);
            });
    var status = answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    if (status != 201) {
      throw new AssertionError(status + ": " + answer.getMessage().getBody(String.class));
    }
  }

  @Override
  public void close() throws IOException {
    template.close();
  }
}
