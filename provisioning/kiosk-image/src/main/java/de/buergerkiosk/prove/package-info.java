/** The crash proof: kills a real kiosk at every step, starts it again and compares all books. */
@NullMarked
package de.buergerkiosk.prove;

import org.jspecify.annotations.NullMarked;
