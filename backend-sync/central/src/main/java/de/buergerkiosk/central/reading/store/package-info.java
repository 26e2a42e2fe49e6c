/** Finds kept filings in the database. */
@NullMarked
package de.buergerkiosk.central.reading.store;

import org.jspecify.annotations.NullMarked;
