/**
 * The OpenAPI document of the {@code /api} facade: put together from one source per area, and
 * served. It knows paths and words only, no operation's code.
 */
@NullMarked
package io.tuco.camel.http.openapi;

import org.jspecify.annotations.NullMarked;
