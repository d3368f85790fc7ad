package io.tuco.camel.mongo;

import io.tuco.camel.LoudPools;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Endpoint;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mongodb.MongoDbOperation;
import org.jspecify.annotations.Nullable;

/**
 * The {@code mongodb:} endpoints, one per collection and operation in use; all their URIs are
 * constants of ours, but for the database.
 *
 * <p>Three surprises of the component: every endpoint has a write concern of its own, which
 * replaces the client's, so each URI names it; a client that is alone in the registry is wired into
 * the component and then serves every name, so each URI points at the client by reference too; and
 * {@code findAll} asks the server twice, the second time for a cursor to close, unless it hands out
 * the query itself.
 */
final class MongoEndpoints implements AutoCloseable {

  /** The name of the client in Camel's registry. */
  static final String CLIENT = "tucoMongo";

  private static final String URI =
      "mongodb:%1$s?mongoConnection=#%1$s&database=%2$s&collection=%3$s&operation=%4$s"
          + "&writeConcern=%5$s";

  private static final Set<MongoDbOperation> QUERIES =
      Set.of(MongoDbOperation.findAll, MongoDbOperation.aggregate);

  /** As many commands as one step of an accept may ask at once, and some more. */
  private static final int SENDERS = 4;

  private record Name(StoredCollection collection, MongoDbOperation operation) {}

  private final Map<Name, Endpoint> endpoints = new ConcurrentHashMap<>();
  private final CamelContext context;
  private final MongoSettings settings;
  private final ProducerTemplate template;
  private final ExecutorService senders;

  MongoEndpoints(CamelContext context, MongoSettings settings) {
    this.context = context;
    this.settings = settings;
    this.template = context.createProducerTemplate();
    this.senders =
        context
            .getExecutorServiceManager()
            .newThreadPool(this, "tuco-store-ask", LoudPools.of("tuco-store-ask", SENDERS));
  }

  /** Ask what others will fetch. */
  Executor senders() {
    return senders;
  }

  /** What the operation answered; empty when it found nothing. */
  Optional<Object> request(
      StoredCollection collection,
      MongoDbOperation operation,
      Object body,
      Map<String, Object> headers) {
    var endpoint = endpoints.computeIfAbsent(new Name(collection, operation), this::resolve);
    return Optional.ofNullable(
        context.isStopped()
            ? requestDirectly(endpoint, body, headers)
            : template.requestBodyAndHeaders(endpoint, body, headers));
  }

  /** Whoever wires a server has things to ask before its context starts; the template refuses. */
  private static @Nullable Object requestDirectly(
      Endpoint endpoint, Object body, Map<String, Object> headers) {
    var exchange = endpoint.createExchange(ExchangePattern.InOut);
    exchange.getIn().setBody(body);
    exchange.getIn().setHeaders(new HashMap<>(headers));
    try (var producer = endpoint.createProducer()) {
      producer.start();
      producer.process(exchange);
    } catch (Exception e) {
      throw CamelExecutionException.wrapCamelExecutionException(exchange, e);
    }
    return exchange.getMessage().getBody();
  }

  private Endpoint resolve(Name name) {
    var concern = settings.weakerWrites() ? "W1" : "MAJORITY";
    var uri =
        URI.formatted(
            CLIENT, settings.database(), name.collection().wire(), name.operation(), concern);
    return context.getEndpoint(
        QUERIES.contains(name.operation()) ? uri + "&outputType=MongoIterable" : uri);
  }

  @Override
  public void close() {
    template.stop();
    context.getExecutorServiceManager().shutdown(senders);
  }
}
