/**
 * What dispatch costs, measured from outside: by the relay's log and by the commands that reach the
 * store. Knows the doors of the product and nothing of its engine.
 */
@NullMarked
package io.tuco.camel.bench;

import org.jspecify.annotations.NullMarked;
