/**
 * The door for embedders: the builder that installs Tuco's routes, its settings, seams and failure
 * policies.
 *
 * <p>Owns wiring and route names. Must not know a business rule, a driver or the standalone server.
 */
@NullMarked
package io.tuco.camel;

import org.jspecify.annotations.NullMarked;
