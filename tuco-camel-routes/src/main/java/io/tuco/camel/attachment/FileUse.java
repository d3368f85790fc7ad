package io.tuco.camel.attachment;

/** One attachment of one message, for which a file must stay. */
record FileUse(String messageId, int place) {}
