/**
 * The ports through which the domain is remembered, in the domain's verbs.
 *
 * <p>Owns what a store promises (one abstract contract test per port). Must not know a database.
 *
 * <p>For every port: a write that returns is read by whoever asks next. Instants are kept to the
 * millisecond. What a caller asks for within one workspace is never answered from another. Ids are
 * new ({@link io.tuco.core.IdGenerator}); where a port does not say what a second {@code insert}
 * under one id does, it promises nothing.
 */
@NullMarked
package io.tuco.core.store;

import org.jspecify.annotations.NullMarked;
