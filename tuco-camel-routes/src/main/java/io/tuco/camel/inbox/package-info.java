/**
 * Looks after the inboxes of devices: that they report to us, that nothing a lost report told of
 * stays unheard, and that every reply is heeded. Knows the seams and core; nothing of a relay.
 */
@NullMarked
package io.tuco.camel.inbox;

import org.jspecify.annotations.NullMarked;
