package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/** The store itself is broken or gone; clients see MongoDB's {@code InternalError}. */
final class StoreFailure extends MongoServerError {

  private static final long serialVersionUID = 1L;
  private static final int INTERNAL_ERROR = 1;

  StoreFailure(String message, @Nullable Throwable cause) {
    super(INTERNAL_ERROR, "InternalError", message, cause);
  }
}
