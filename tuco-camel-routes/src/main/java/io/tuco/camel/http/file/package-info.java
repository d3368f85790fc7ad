/**
 * Where a signed URL leads to one of the files that we keep.
 *
 * <p>Must not know facades: a link is all that a reader has.
 */
@NullMarked
package io.tuco.camel.http.file;

import org.jspecify.annotations.NullMarked;
