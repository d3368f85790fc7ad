/**
 * What devices and carriers report of our own sends after their answer, or in its place: who may
 * report, and how a report is read. What it changes is {@link io.tuco.core.engine.LateNews}'s.
 *
 * <p>Must not know how anything is sent; what a carrier's error code means it is told.
 */
@NullMarked
package io.tuco.camel.callback;

import org.jspecify.annotations.NullMarked;
