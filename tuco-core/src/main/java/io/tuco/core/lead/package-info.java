/**
 * The person written to: the lead, finding it by address, merging it, and filling its data into a
 * text.
 *
 * <p>Owns what is known about a person. Must not know lines, timing or how a message is sent.
 */
@NullMarked
package io.tuco.core.lead;

import org.jspecify.annotations.NullMarked;
