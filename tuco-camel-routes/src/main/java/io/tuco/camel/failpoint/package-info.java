/**
 * Named moments at which a test stops the program (dispatch safety, section 6): wrapped around the
 * stores and around the seams that the routes call, so that nothing else knows of them.
 *
 * <p>Nothing of this is there unless {@code tuco.failpoint} is set. Must not change what is done,
 * only whether it goes on.
 */
@NullMarked
package io.tuco.camel.failpoint;

import org.jspecify.annotations.NullMarked;
