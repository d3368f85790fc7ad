package io.tuco.camel.crm;

import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundCall;
import java.util.function.Consumer;

/** Makes one HTTP call; the answer comes on any thread, exactly once. */
@FunctionalInterface
interface CrmHttp {

  void call(OutboundCall call, Consumer<OutboundAnswer> answered);
}
