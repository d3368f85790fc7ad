package io.tuco.core.crm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The connectors that are installed, one for each CRM. */
public final class CrmConnectors {

  private final Map<String, CrmConnector> connectors;

  private CrmConnectors(Map<String, CrmConnector> connectors) {
    this.connectors = Map.copyOf(connectors);
  }

  public static CrmConnectors none() {
    return new CrmConnectors(Map.of());
  }

  /**
   * Makes each provider's connector.
   *
   * @param options the settings of a CRM, by its name
   * @throws IllegalArgumentException with all problems, when two speak for one CRM or one cannot
   *     use its settings
   */
  public static CrmConnectors of(
      Collection<? extends CrmConnectorProvider> providers, Function<String, CrmOptions> options) {
    var made = new TreeMap<String, CrmConnector>();
    var problems = new ArrayList<String>();
    for (var provider : providers) {
      try {
        var connector = provider.create(options.apply(provider.crm()));
        if (made.putIfAbsent(provider.crm(), connector) != null) {
          problems.add("two connectors for " + provider.crm() + " are installed");
        }
      } catch (IllegalArgumentException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return new CrmConnectors(made);
  }

  /** The CRM's short name, as in {@link Connection#crm()}. */
  public Optional<CrmConnector> find(String crm) {
    return Optional.ofNullable(connectors.get(crm));
  }

  /** In the order of their names. */
  public List<CrmConnector> all() {
    return connectors.keySet().stream().sorted().map(connectors::get).toList();
  }
}
