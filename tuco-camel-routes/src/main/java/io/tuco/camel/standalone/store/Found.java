package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.bson.Document;

/**
 * A document that matched: a copy of the reader's own.
 *
 * @param size bytes of the stored document
 */
record Found(long position, Document document, int size) {}
