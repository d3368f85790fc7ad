/**
 * How a device relay is spoken to: requests, answers, and the table that maps them to outcomes.
 *
 * <p>Must not know lanes, messages' lives or stores.
 */
@NullMarked
package io.tuco.camel.channel;

import org.jspecify.annotations.NullMarked;
