package io.tuco.core.line;

/** What a device said when it was asked how it is. */
public sealed interface DeviceProbe {

  /**
   * It answered.
   *
   * @param privateApi whether the better way into Messages is switched on and connected
   * @param osMajor the major version of its system, 0 when it did not say
   */
  record Answered(boolean privateApi, int osMajor) implements DeviceProbe {}

  /** It refused our password. */
  record CredentialsRefused() implements DeviceProbe {}

  /** It did not answer, or not like a relay. */
  record NoAnswer(String reason) implements DeviceProbe {}
}
