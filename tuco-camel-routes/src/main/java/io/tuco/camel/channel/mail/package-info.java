/**
 * How an SMTP server is spoken to: what an e-mail looks like byte by byte, how far its transmission
 * came, and the table that maps that to outcomes.
 *
 * <p>Must not know lanes, messages' lives or stores.
 */
@NullMarked
package io.tuco.camel.channel.mail;

import org.jspecify.annotations.NullMarked;
