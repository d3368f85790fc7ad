package io.tuco.camel.standalone;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. */
@Command(
    name = "tuco",
    subcommands = {SimulatorCommand.class, StoreCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Sends a message to a person: iMessage, SMS or e-mail.")
public final class Tuco extends ServerCommand {

  public static void main(String[] arguments) {
    ProgramLog.install();
    System.exit(
        new CommandLine(new Tuco())
            .setExecutionExceptionHandler(new StartFailure())
            .execute(arguments));
  }
}
