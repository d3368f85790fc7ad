/**
 * The stores on MongoDB, through camel-mongodb.
 *
 * <p>Owns documents, filters and indexes; the only package that imports the driver. Must not know a
 * route or a rule.
 *
 * <p>What holds for every store: a change is one compare-and-set of one document, without
 * transactions, pipeline updates or partial indexes; uniqueness is {@code _id}; a TTL never decides
 * anything. Every question about a tenant's data starts with {@code workspaceId}; the few of the
 * dispatcher and the operator that cannot are listed in {@code MongoIndexes}, beside every index.
 */
@NullMarked
package io.tuco.camel.mongo;

import org.jspecify.annotations.NullMarked;
