package io.tuco.camel;

import io.tuco.core.engine.MessageIntake;
import io.tuco.core.store.Stores;
import java.util.Objects;
import org.apache.camel.CamelContext;

/**
 * Tuco's routes, ready to be installed in somebody's context. A good neighbour: every route id and
 * component name starts with {@code tuco-}, nothing context-wide is touched, and what was started
 * is stopped with the context.
 */
public final class TucoRoutes {

  private final TucoParts parts;

  TucoRoutes(TucoParts parts) {
    this.parts = parts;
  }

  /** In-memory stores, default settings and no HTTP, until told otherwise. */
  public static TucoBuilder builder() {
    return new TucoBuilder();
  }

  /** What the product remembers: to make a workspace, a device, a line and a key in. */
  public Stores stores() {
    return parts.stores();
  }

  /** The send call without HTTP. */
  public MessageIntake intake() {
    return parts.intake();
  }

  /**
   * Adds everything to the context, which may be started before or after. Once per context.
   *
   * @throws Exception what Camel throws when a route cannot be added
   */
  public void installOn(CamelContext context) throws Exception {
    Objects.requireNonNull(context, "context");
    new Installation(parts, context).run();
  }
}
