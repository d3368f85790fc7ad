package io.tuco.core.address;

/**
 * Somewhere a person can be reached, in the one normal form it is compared and stored in.
 *
 * <p>Two addresses are the same person's door exactly when they are equal.
 */
public sealed interface Address permits PhoneNumber, EmailAddress {

  String value();

  AddressKind kind();
}
