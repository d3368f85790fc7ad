/** The rules of the module's shape, and a tiny violator for each that it must reject. */
@NullMarked
package io.tuco.camel.architecture;

import org.jspecify.annotations.NullMarked;
