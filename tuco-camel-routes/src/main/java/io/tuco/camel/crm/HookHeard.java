package io.tuco.camel.crm;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpContent;
import io.tuco.core.crm.HookAnswer;
import io.tuco.core.intake.SubmissionResult.Accepted;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call of a CRM came to.
 *
 * @param accepted messages that are new, for their lanes to be told
 */
record HookHeard(HttpAnswer answer, List<Accepted> accepted) {

  HookHeard {
    accepted = List.copyOf(accepted);
  }

  static HookHeard of(HookAnswer answer, List<Accepted> accepted) {
    var body = new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8));
    return new HookHeard(
        new HttpAnswer(
            answer.status(),
            Map.of(),
            answer.headers(),
            Optional.of(new HttpContent("application/json", body))),
        accepted);
  }

  static HookHeard of(HookAnswer answer) {
    return of(answer, List.of());
  }
}
