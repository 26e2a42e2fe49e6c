/** The command that runs one identification from a console, with any of the clients. */
@NullMarked
package de.buergerkiosk.eid.identify;

import org.jspecify.annotations.NullMarked;
