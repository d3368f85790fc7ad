/** Violators, one per rule. */
@NullMarked
package io.tuco.camel.architecture.canary;

import org.jspecify.annotations.NullMarked;
