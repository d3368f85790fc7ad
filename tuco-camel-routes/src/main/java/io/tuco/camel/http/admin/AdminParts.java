package io.tuco.camel.http.admin;

import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.Secrets;
import io.tuco.core.IdGenerator;
import io.tuco.core.engine.SenderWatch;
import io.tuco.core.engine.WaitingMessages;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * What the operator's API is made of.
 *
 * @param waiting moves what waits for a line that is deleted
 * @param senders is told of lines that were changed
 * @param callbackUrl where a device of this id is to report; it holds a secret, never logged
 * @param token what the operator proves to be the operator by; not blank, never logged
 */
public record AdminParts(
    HttpEndpoints endpoints,
    Stores stores,
    WaitingMessages waiting,
    SenderWatch senders,
    Clock clock,
    IdGenerator ids,
    Secrets secrets,
    UnaryOperator<String> callbackUrl,
    ConnectionParts connections,
    String token,
    About about) {

  @Override
  public String toString() {
    return "AdminParts";
  }
}
