/** What the OpenAPI document says, and tests that are made from it. */
@NullMarked
package io.tuco.camel.openapi;

import org.jspecify.annotations.NullMarked;
