package io.tuco.camel.http;

import io.tuco.core.store.Stores;
import java.time.zone.ZoneRulesProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /health}: whether this node can serve, for a load balancer; asks no key. */
public final class Health {

  private static final Operation READ = new Operation("GET", "/health", "tuco-health-read");
  private static final String A_ZONE = "Europe/London";

  private final Stores stores;

  private Health(Stores stores) {
    this.stores = stores;
  }

  public static List<Served> served(Stores stores) {
    var health = new Health(stores);
    return List.of(new Served(READ, request -> health.answer()));
  }

  private HttpAnswer answer() {
    var ok = stores.check();
    var body = new LinkedHashMap<String, Object>();
    body.put("status", ok ? "ok" : "unavailable");
    body.put("store", Map.of("ok", ok));
    body.put("tzdb", ZoneRulesProvider.getVersions(A_ZONE).lastKey());
    return ok ? HttpAnswer.of(200, body) : HttpAnswer.of(503, body).with("Retry-After", "1");
  }
}
