/** Which kiosks the city has, and how a machine becomes one of them. */
@NullMarked
package de.buergerkiosk.central.fleet;

import org.jspecify.annotations.NullMarked;
