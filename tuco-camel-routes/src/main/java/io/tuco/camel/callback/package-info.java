/**
 * What devices and carriers report: of our own sends after their answer or in its place, and what
 * people write. Who may report, and how a report is read; what follows is the engine's ({@link
 * io.tuco.core.engine.LateNews}, {@link io.tuco.core.engine.ReplyIntake}).
 *
 * <p>Must not know how anything is sent; what a carrier's error code means it is told.
 */
@NullMarked
package io.tuco.camel.callback;

import org.jspecify.annotations.NullMarked;
