/**
 * GHL with a state, in pure Java: what the tests of this module and the stories of the routes talk
 * to.
 */
@NullMarked
package io.tuco.connectors.ghl.fake;

import org.jspecify.annotations.NullMarked;
