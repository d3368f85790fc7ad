package io.tuco.camel.crm;

import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundBody;
import io.tuco.camel.outbound.OutboundCall;
import io.tuco.core.crm.FakeCrm;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A CRM of the tests that is called without a server in between. */
final class InProcess {

  private InProcess() {}

  static OutboundAnswer answer(FakeCrm crm, OutboundCall call) {
    var headers =
        call.headers().entrySet().stream()
            .collect(
                Collectors.toMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    var body = ((OutboundBody.Bytes) call.body()).bytes();
    return crm.answer(call.method(), pathOf(call.url()), headers, body)
        .<OutboundAnswer>map(
            reply -> new OutboundAnswer.Answered(reply.status(), reply.headers(), reply.body()))
        .orElseGet(() -> new OutboundAnswer.Failed(false, "The connection was lost"));
  }

  private static String pathOf(String url) {
    var uri = URI.create(url);
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }
}
