package io.tuco.connectors.ghl;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmAnswer.Answered;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmConnector;
import io.tuco.core.crm.CrmTransport;
import io.tuco.core.crm.CrmVerdict;
import io.tuco.core.crm.FakeCrm;
import io.tuco.core.fixture.SettableClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Does at once what the verdicts of the connector say: waits on the test's clock, repeats what may
 * be repeated three times in all, and refreshes nothing.
 */
final class ObedientTransport implements CrmTransport {

  private static final int TRIES = 3;

  private final FakeCrm crm;
  private final CrmConnector connector;
  private final Connection connection;
  private final SettableClock clock;
  private final String token;

  ObedientTransport(
      FakeCrm crm,
      CrmConnector connector,
      Connection connection,
      SettableClock clock,
      String token) {
    this.crm = crm;
    this.connector = connector;
    this.connection = connection;
    this.clock = clock;
    this.token = token;
  }

  @Override
  public void carry(CrmCall call, Consumer<CrmAnswer> answered) {
    answered.accept(answer(call, TRIES));
  }

  private CrmAnswer answer(CrmCall call, int tries) {
    var reply = crm.answer(call.method(), call.path(), headers(call), call.body());
    if (reply.isEmpty()) {
      return call.isRepeatable() && tries > 1
          ? answer(call, tries - 1)
          : new CrmAnswer.Silent(false, "No answer in time.");
    }
    var got = new Answered(reply.get().status(), lower(reply.get().headers()), reply.get().body());
    var verdict = connector.judge(connection, call, got, clock.instant());
    if (verdict instanceof CrmVerdict.Wait wait && tries > 1) {
      clock.advance(wait.pause());
      return answer(call, tries - 1);
    }
    if (verdict instanceof CrmVerdict.Closed closed) {
      return new CrmAnswer.PutOff(closed.until(), closed.reason());
    }
    if (verdict instanceof CrmVerdict.Expired) {
      return new CrmAnswer.Unauthorized("The token was refused.");
    }
    if (verdict instanceof CrmVerdict.Failing && call.isRepeatable() && tries > 1) {
      clock.advance(Duration.ofSeconds(1));
      return answer(call, tries - 1);
    }
    return got;
  }

  private Map<String, String> headers(CrmCall call) {
    var headers = new HashMap<>(call.headers());
    if (call.authority() == CrmCall.Authority.CONNECTION) {
      headers.put("Authorization", connector.authorization(token));
    }
    return headers;
  }

  private static Map<String, String> lower(Map<String, String> headers) {
    return headers.entrySet().stream()
        .collect(
            Collectors.toMap(each -> each.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
  }
}
