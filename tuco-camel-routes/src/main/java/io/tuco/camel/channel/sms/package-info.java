/**
 * How Twilio is spoken to: requests, the client that posts once, and the tables that say what
 * answers and error codes mean.
 *
 * <p>The only package that knows Twilio's library. Must not know lanes, messages' lives or stores.
 */
@NullMarked
package io.tuco.camel.channel.sms;

import org.jspecify.annotations.NullMarked;
