/**
 * Kills the program at every named failpoint, on every channel, and judges by two kinds of records
 * alone: what the API answered and what the providers synced to their logs.
 */
@NullMarked
package io.tuco.camel.kill;

import org.jspecify.annotations.NullMarked;
