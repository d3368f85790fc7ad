/**
 * Look-ups that clients order: paced, without a thread while they wait, and bulk checks in the
 * background. Knows the seams and core; nothing of HTTP or of a relay.
 */
@NullMarked
package io.tuco.camel.lookup;

import org.jspecify.annotations.NullMarked;
