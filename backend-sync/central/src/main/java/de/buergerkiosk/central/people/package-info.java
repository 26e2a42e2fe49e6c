/** Who works at the desk, and how they prove it. */
@NullMarked
package de.buergerkiosk.central.people;

import org.jspecify.annotations.NullMarked;
