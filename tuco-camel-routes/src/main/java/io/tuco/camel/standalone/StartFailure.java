package io.tuco.camel.standalone;

import io.tuco.camel.standalone.store.CannotOpenException;
import io.tuco.core.TucoException;
import java.net.BindException;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong: one sentence for what people can mend, the whole trace for a bug. */
final class StartFailure implements IExecutionExceptionHandler {

  private static final int FAILED = 1;

  @Override
  public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
    var mendable = mendable(fault);
    if (mendable.isPresent()) {
      command.getErr().println(mendable.get());
    } else {
      LoggerFactory.getLogger(Tuco.class).error("Tuco could not start", fault);
    }
    return FAILED;
  }

  private static Optional<String> mendable(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof TucoException || cause instanceof CannotOpenException) {
        return Optional.of(cause.getMessage());
      }
      if (cause instanceof BindException) {
        return Optional.of("The server cannot listen on its host and port: " + cause.getMessage());
      }
    }
    return Optional.empty();
  }
}
