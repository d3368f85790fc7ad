/**
 * Where a person can be reached: phone numbers (E.164) and e-mail addresses.
 *
 * <p>Owns parsing and normal form. Must not know leads, messages or any other package of core.
 */
@NullMarked
package io.tuco.core.address;

import org.jspecify.annotations.NullMarked;
