package io.tuco.camel.dispatch;

import io.tuco.core.engine.NodeLease;
import org.apache.camel.support.service.ServiceSupport;

/** Gives the first sign of life before anything is sent, and takes leave on an orderly stop. */
final class NodeService extends ServiceSupport {

  private final NodeLease node;

  NodeService(NodeLease node) {
    this.node = node;
  }

  @Override
  protected void doStart() {
    node.renew();
  }

  @Override
  protected void doStop() {
    node.retire();
  }
}
