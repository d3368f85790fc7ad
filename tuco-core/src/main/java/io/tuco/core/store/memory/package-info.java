/**
 * The reference implementation of every port: quick start, test double, executable specification.
 *
 * <p>Keeps nothing beyond the process. Thread-safe.
 */
@NullMarked
package io.tuco.core.store.memory;

import org.jspecify.annotations.NullMarked;
