/**
 * What a message leaves from: lines, the devices that carry them, their health, and the turn by
 * which one is picked.
 *
 * <p>Must not know messages in flight, providers' protocols or stores.
 */
@NullMarked
package io.tuco.core.line;

import org.jspecify.annotations.NullMarked;
