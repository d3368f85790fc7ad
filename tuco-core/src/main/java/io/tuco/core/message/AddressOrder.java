package io.tuco.core.message;

/**
 * How a send walks through a person's addresses (settled answer 30).
 *
 * @param emailFirst the client named only an e-mail address, so that one comes first
 * @param alternates whether the lead's further addresses are tried at all
 */
public record AddressOrder(boolean emailFirst, boolean alternates) {

  public static AddressOrder documented() {
    return new AddressOrder(false, true);
  }
}
