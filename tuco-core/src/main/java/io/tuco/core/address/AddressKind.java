package io.tuco.core.address;

/** Which of the two kinds of address one is. */
public enum AddressKind {
  PHONE,
  EMAIL
}
