/**
 * Reads what people write back for a wish to hear no more, or to hear again (compliance, section
 * 1).
 *
 * <p>Pure: texts in, {@link io.tuco.core.message.Heard} out. It knows no stores and changes
 * nothing; what follows from a reading is the engine's. The words of other languages and the
 * wordings are data, with a row of the labelled list for each.
 */
@NullMarked
package io.tuco.core.optout;

import org.jspecify.annotations.NullMarked;
