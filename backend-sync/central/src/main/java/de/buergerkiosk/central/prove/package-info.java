/** The booking proof: many clients fight for the last places, and every row is counted. */
@NullMarked
package de.buergerkiosk.central.prove;

import org.jspecify.annotations.NullMarked;
