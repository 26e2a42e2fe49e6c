/** Measures the kiosk against its goals: cold start, page turns, durable filings. */
@NullMarked
package de.buergerkiosk.bench;

import org.jspecify.annotations.NullMarked;
