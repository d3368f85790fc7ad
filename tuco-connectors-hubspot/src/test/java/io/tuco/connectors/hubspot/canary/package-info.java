/** A violator of the connector's shape. */
@NullMarked
package io.tuco.connectors.hubspot.canary;

import org.jspecify.annotations.NullMarked;
