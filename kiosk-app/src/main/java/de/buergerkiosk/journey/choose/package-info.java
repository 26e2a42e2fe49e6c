/** Welcome, and the choice of a service. */
@NullMarked
package de.buergerkiosk.journey.choose;

import org.jspecify.annotations.NullMarked;
