/** Lets a clerk list and open the filings of their own office, and nobody else's. */
@NullMarked
package de.buergerkiosk.central.reading;

import org.jspecify.annotations.NullMarked;
