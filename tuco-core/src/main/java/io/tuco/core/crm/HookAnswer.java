package io.tuco.core.crm;

import java.util.Map;

/** Our answer to a call of a CRM; the body is JSON. */
public record HookAnswer(int status, Map<String, String> headers, String body) {

  public HookAnswer {
    headers = Map.copyOf(headers);
  }

  public static HookAnswer of(int status, String body) {
    return new HookAnswer(status, Map.of(), body);
  }
}
