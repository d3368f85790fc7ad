package io.tuco.camel.crm;

import io.tuco.core.crm.CrmCounts;
import io.tuco.core.crm.Crms;
import java.util.Map;
import org.apache.camel.CamelContext;

/** The door of this package: speaks with CRMs in a context. */
public final class Speaking {

  /** They wait in the pool's queue, not on its threads; these only ask the store. */
  private static final int WORKERS = 8;

  private final Transports transports;
  private final Crms crms;

  private Speaking(Transports transports) {
    this.transports = transports;
    this.crms = new Crms(transports.parts().connectors(), transports);
  }

  /** Adds the routes; they need {@link io.tuco.camel.outbound.OutboundClients#CRMS} beside. */
  public static Speaking installOn(CamelContext context, CrmParts parts) throws Exception {
    var workers =
        new Workers(
            context
                .getExecutorServiceManager()
                .newScheduledThreadPool(Speaking.class, "tuco-crm", WORKERS));
    var http = new RoutedHttp(context);
    var speaking = new Speaking(new Transports(parts, http, workers));
    var reading = new ContactReading(parts, speaking.crms, workers);
    context.addRoutes(new CrmRoutes(parts.sweep(), reading, new Verifying(speaking.transports)));
    context.addService(http, true, true);
    return speaking;
  }

  public Crms crms() {
    return crms;
  }

  /** What this node has said to each CRM since it started, by the CRM's name. */
  public Map<String, CrmCounts> counts() {
    return transports.meter().counts();
  }
}
