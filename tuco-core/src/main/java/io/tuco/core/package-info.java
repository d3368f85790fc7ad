/**
 * Tuco's domain. A package may look left, never right: {@code secret, address < message < lead,
 * workspace, line < timing, event, crm < intake, dispatch, inbound < store < engine}.
 */
@NullMarked
package io.tuco.core;

import org.jspecify.annotations.NullMarked;
