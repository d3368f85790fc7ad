/** Violators, one per rule. */
@NullMarked
package io.tuco.core.architecture.canary;

import org.jspecify.annotations.NullMarked;
