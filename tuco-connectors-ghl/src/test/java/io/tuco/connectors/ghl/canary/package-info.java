/** A violator of the connector's shape. */
@NullMarked
package io.tuco.connectors.ghl.canary;

import org.jspecify.annotations.NullMarked;
