package io.tuco.camel.standalone;

import io.tuco.core.TucoException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong: one sentence for what people can mend, the whole trace for a bug. */
final class StartFailure implements IExecutionExceptionHandler {

  private static final int FAILED = 1;

  @Override
  public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
    if (fault instanceof TucoException) {
      command.getErr().println(fault.getMessage());
    } else {
      LoggerFactory.getLogger(Tuco.class).error("Tuco could not start", fault);
    }
    return FAILED;
  }
}
