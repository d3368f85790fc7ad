package io.tuco.camel.channel.mail;

import java.util.Optional;

/**
 * Where a transmission ended.
 *
 * @param reply what the server answered in that phase, if it did
 * @param failure one sentence without host or address, for want of an answer
 */
record SmtpEnding(SmtpPhase phase, Optional<SmtpReply> reply, String failure) {}
