package io.tuco.camel;

import io.vertx.core.Vertx;
import org.apache.camel.support.service.ServiceSupport;

/** A Vert.x of our own, closed with the context. */
final class OwnVertx extends ServiceSupport {

  private final Vertx vertx;

  OwnVertx(Vertx vertx) {
    this.vertx = vertx;
  }

  @Override
  protected void doStop() {
    vertx.close();
  }
}
