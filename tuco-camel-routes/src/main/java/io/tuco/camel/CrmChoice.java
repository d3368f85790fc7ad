package io.tuco.camel;

import io.tuco.core.crm.CrmConnectorProvider;
import io.tuco.core.crm.CrmConnectors;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Which CRMs can be spoken with, and what the settings say of each. */
final class CrmChoice {

  private CrmChoice() {}

  /**
   * Those that were handed over, and those on the class path where they are wanted.
   *
   * @throws ConfigurationException with all problems
   */
  static CrmConnectors of(
      List<CrmConnectorProvider> given, boolean findsOthers, TucoSettings settings) {
    var providers = new ArrayList<>(given);
    if (findsOthers) {
      var known = given.stream().map(CrmConnectorProvider::crm).toList();
      ServiceLoader.load(CrmConnectorProvider.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(found -> !known.contains(found.crm()))
          .forEach(providers::add);
    }
    try {
      return CrmConnectors.of(
          providers, crm -> option -> settings.find("tuco." + crm + "." + option));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(List.of(String.valueOf(e.getMessage())));
    }
  }

  /**
   * Where a CRM's API is instead of where its connector says.
   *
   * @throws ConfigurationException with all problems
   */
  static Map<String, URI> baseUrls(CrmConnectors connectors, TucoSettings settings) {
    var urls = new TreeMap<String, URI>();
    var problems = new ArrayList<String>();
    for (var connector : connectors.all()) {
      var key = "tuco." + connector.crm() + ".base-url";
      try {
        Optional<URI> url = settings.find(key).map(SettingShapes::providerUrl);
        url.ifPresent(there -> urls.put(connector.crm(), there));
      } catch (IllegalArgumentException e) {
        problems.add(key + " must be an https URL, or http on loopback");
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return urls;
  }
}
