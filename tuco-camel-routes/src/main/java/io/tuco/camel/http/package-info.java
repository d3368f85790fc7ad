/**
 * What every HTTP facade shares: a request as a record, an answer as a record.
 *
 * <p>Owns the way between an exchange and those two. Must not know any facade's paths or texts.
 */
@NullMarked
package io.tuco.camel.http;

import org.jspecify.annotations.NullMarked;
