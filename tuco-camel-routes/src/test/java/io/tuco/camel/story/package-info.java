/**
 * Promises of the documentation, told end to end: real HTTP on loopback, real processes where one
 * is killed.
 */
@NullMarked
package io.tuco.camel.story;

import org.jspecify.annotations.NullMarked;
