package io.tuco.core.intake;

/** What sort of "no" it is; each facade turns a kind into its own status code. */
public enum RejectionKind {
  INVALID,
  NOT_FOUND,
  FORBIDDEN,
  READ_ONLY,
  CONFLICT,
  UNPROCESSABLE
}
