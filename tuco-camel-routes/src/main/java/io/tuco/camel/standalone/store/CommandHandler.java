package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the commands of one connection and answers when the journal has settled, without a thread
 * that waits for it. Logs the names of commands, never what is in them; the server's own handler
 * logs whole documents.
 */
final class CommandHandler extends SimpleChannelInboundHandler<ClientRequest> {

  private static final Logger log = LoggerFactory.getLogger(CommandHandler.class);
  private static final int INTERNAL_ERROR = 1;

  /** Commands that neither show nor change more than the documents of one collection. */
  private static final Set<String> OF_ONE_COLLECTION =
      Set.of("find", "insert", "update", "delete", "findAndModify");

  private final AtomicInteger answers = new AtomicInteger();
  private final StoreBackend backend;
  private final Storage storage;

  CommandHandler(StoreBackend backend, Storage storage) {
    this.backend = backend;
    this.storage = storage;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    backend.handleClose(context.channel());
    context.fireChannelInactive();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
    Document command = commandOf(request);
    Document answer = run(request, command);
    settled(request.getDatabaseName(), command)
        .whenComplete(
            (done, failure) ->
                context
                    .channel()
                    .writeAndFlush(message(request, failure == null ? answer : error(failure))));
  }

  /** What may be told of it is on disk then. */
  private CompletableFuture<Void> settled(String database, Document command) {
    Map.Entry<String, Object> first = command.entrySet().iterator().next();
    return OF_ONE_COLLECTION.contains(first.getKey()) && first.getValue() instanceof String name
        ? storage.settled(database, name)
        : storage.journal().settled();
  }

  private Document run(ClientRequest request, Document command) {
    String name = command.keySet().iterator().next();
    try {
      return backend.handleCommand(request.getChannel(), request.getDatabaseName(), name, command);
    } catch (MongoServerException e) {
      log.debug("{} was refused: {}", name, e.getClass().getSimpleName());
      return error(e);
    } catch (RuntimeException e) {
      // Not the exception itself: its message may quote the document.
      log.error("{} failed: {} at {}", name, e.getClass().getName(), origin(e));
      return error(e);
    }
  }

  /** Drivers say hello the old way, as a query; everything else comes as a message. */
  private static Document commandOf(ClientRequest request) {
    if (request instanceof MongoMessage message) {
      return message.getDocument();
    }
    Document query = ((MongoQuery) request).getQuery();
    return query.get("$query") instanceof Document inner ? inner : query;
  }

  private Object message(ClientRequest request, Document answer) {
    MessageHeader header =
        new MessageHeader(answers.incrementAndGet(), request.getHeader().getRequestID());
    return request instanceof MongoMessage
        ? new MongoMessage(request.getChannel(), header, answer)
        : new MongoReply(header, answer);
  }

  private static String origin(Throwable failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    return frames.length == 0 ? "an unknown place" : frames[0].toString();
  }

  private static Document error(Throwable failure) {
    String text =
        failure instanceof MongoServerException refusal
            ? refusal.getMessageWithoutErrorCode()
            : "The embedded store failed: " + failure.getClass().getSimpleName();
    Document error = new Document("ok", 0.0).append("errmsg", text);
    if (failure instanceof MongoServerError coded) {
      return error.append("code", coded.getCode()).append("codeName", coded.getCodeName());
    }
    return error.append("code", INTERNAL_ERROR).append("codeName", "InternalError");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    log.debug("A connection broke: {}", cause.getClass().getSimpleName());
    context.close();
  }
}
