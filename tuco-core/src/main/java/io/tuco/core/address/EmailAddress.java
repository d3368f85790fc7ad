package io.tuco.core.address;

/**
 * An e-mail address in lower case, of the plain shape {@code local.part@domain.tld}.
 *
 * <p>ASCII only, local part up to 64 and the whole up to 254 characters; no quotes, comments or IP
 * literals (tuco-api contract, section 2.1). It may also be an Apple ID.
 */
public record EmailAddress(String value) implements Address {

  public EmailAddress {
    if (!EmailAddressParser.isNormal(value)) {
      throw new IllegalArgumentException("An e-mail address must be in its normal form");
    }
  }

  /**
   * Reads what a person or a CRM wrote: surrounding spaces are dropped, capitals lowered.
   *
   * <p>Nothing else is repaired; line breaks and tabs are refused, also at the ends.
   */
  public static Parsed<EmailAddress> parse(String raw) {
    return EmailAddressParser.parse(raw);
  }

  @Override
  public AddressKind kind() {
    return AddressKind.EMAIL;
  }
}
