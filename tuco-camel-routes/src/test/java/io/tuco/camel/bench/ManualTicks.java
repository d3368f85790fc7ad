package io.tuco.camel.bench;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.model.ModelCamelContext;

/**
 * Ticks that come when they are told to: every periodic route once. What they cost can then be
 * compared exactly.
 */
final class ManualTicks {

  private final List<String> entrances;
  private final ProducerTemplate template;

  private ManualTicks(CamelContext context, List<String> entrances) {
    this.entrances = entrances;
    this.template = context.createProducerTemplate();
  }

  /** In the place of Quartz; the context must not have started. */
  static ManualTicks takeOver(ModelCamelContext context) {
    var entrances = new ArrayList<String>();
    for (var route : List.copyOf(context.getRouteDefinitions())) {
      if (route.getInput().getUri().startsWith("quartz:")) {
        var entrance = "direct:tick-" + route.getRouteId();
        route.getInput().setUri(entrance);
        entrances.add(entrance);
      }
    }
    return new ManualTicks(context, entrances);
  }

  /** Each route once, one after the other. */
  void fire() {
    entrances.forEach(entrance -> template.sendBody(entrance, ""));
  }
}
