/** A filing as kiosk and centre see it: its number, its content for the office, its payment and the envelope that carries it. */
@NullMarked
package de.buergerkiosk.contract.filing;

import org.jspecify.annotations.NullMarked;
