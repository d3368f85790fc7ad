/**
 * The links in our e-mails by which people unsubscribe: a page that asks, and the click that does.
 *
 * <p>Must not know what an opt-out does; it is told to {@link
 * io.tuco.camel.http.optout.OptOutByMail}.
 */
@NullMarked
package io.tuco.camel.http.optout;

import org.jspecify.annotations.NullMarked;
