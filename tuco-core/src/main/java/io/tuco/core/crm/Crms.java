package io.tuco.core.crm;

import java.util.function.Consumer;
import java.util.function.Function;

/** Speaks with the CRM of any connection. */
public record Crms(CrmConnectors connectors, CrmTransports transports) {

  /** No CRM at all. */
  public static Crms none() {
    return new Crms(
        CrmConnectors.none(),
        connection -> (call, answered) -> answered.accept(new CrmAnswer.Silent(true, "No CRM")));
  }

  /**
   * Holds a dialogue with the CRM of the connection. Without its connector it breaks at once.
   *
   * @param what asks the connector for the dialogue
   * @param ended is given the end exactly once, on any thread, perhaps before this returns
   */
  public <T> void hold(
      Connection connection,
      Function<CrmConnector, Dialogue<T>> what,
      Consumer<Dialogue.End<T>> ended) {
    var dialogue =
        connectors
            .find(connection.crm())
            .map(what)
            .orElseGet(() -> Dialogue.broken(missing(connection.crm())));
    DialogueRun.hold(dialogue, transports.to(connection), ended);
  }

  private static CrmFailure missing(String crm) {
    return CrmFailure.forbidden("No connector for " + crm + " is installed");
  }
}
