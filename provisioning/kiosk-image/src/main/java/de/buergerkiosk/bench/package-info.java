/** Measures the kiosk against its goals: cold start, page turns, durable filings, bookings. */
@NullMarked
package de.buergerkiosk.bench;

import org.jspecify.annotations.NullMarked;
