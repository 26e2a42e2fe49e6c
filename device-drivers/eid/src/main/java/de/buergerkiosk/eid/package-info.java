/** Online identification with the German ID card: what every eID client of the house shares. */
@NullMarked
package de.buergerkiosk.eid;

import org.jspecify.annotations.NullMarked;
