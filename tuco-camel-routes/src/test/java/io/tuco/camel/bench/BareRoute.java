package io.tuco.camel.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.json.EcmaScriptJson;
import io.tuco.camel.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.bson.Document;
import org.bson.types.ObjectId;

/** The least that an accept can be: the same JSON parsed, one durable insert, an answer. */
final class BareRoute extends RouteBuilder implements AutoCloseable {

  static final String PATH = "/bare";

  private final MongoClient client;
  private final MongoCollection<Document> documents;

  BareRoute(String storeUri) {
    client = MongoClients.create(storeUri);
    documents =
        client
            .getDatabase("bare")
            .getCollection("documents")
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  @Override
  public void configure() {
    from(HttpEndpoints.platformHttp().uri("POST", PATH))
        .routeId("bench-bare")
        .process(this::answer);
  }

  private void answer(Exchange exchange) throws IOException {
    var message = exchange.getMessage();
    var body = JsonTree.parse(message.getBody(byte[].class)).asObject().orElseThrow();
    var document = new Document(body).append("_id", new ObjectId().toHexString());
    documents.insertOne(document);
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, 201);
    message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    message.setBody(EcmaScriptJson.stringify(document).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    client.close();
  }
}
