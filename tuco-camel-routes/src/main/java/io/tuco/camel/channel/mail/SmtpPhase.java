package io.tuco.camel.channel.mail;

/** How far a transmission has come; each phase begins before its first byte is written. */
enum SmtpPhase {
  /** Name, connection, TLS, greeting, {@code EHLO}. */
  CONNECT,
  AUTH,
  MAIL,
  RCPT,
  /** The command; not what follows it. */
  DATA,
  /** The message itself, without the line that ends it. */
  CONTENT,
  /** The final dot may be on its way. */
  DOT
}
