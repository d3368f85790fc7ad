/**
 * JSON in and out: bytes to a bounded tree, trees of our documents, trees to the exact bytes.
 *
 * <p>Owns how a message, a lead or a line looks in JSON. Must not know routes, stores or HTTP.
 */
@NullMarked
package io.tuco.camel.json;

import org.jspecify.annotations.NullMarked;
