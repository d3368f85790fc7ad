/**
 * The stores on MongoDB, through camel-mongodb.
 *
 * <p>Owns documents, filters and indexes; the only package that imports the driver. Must not know a
 * route or a rule.
 */
@NullMarked
package io.tuco.camel.mongo;

import org.jspecify.annotations.NullMarked;
